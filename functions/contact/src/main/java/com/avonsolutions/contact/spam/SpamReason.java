package com.avonsolutions.contact.spam;

/** Why a submission got points. The codes are stored with leads and do not change. */
public enum SpamReason {
  /** The field that people do not see is filled. */
  TRAP("trap"),
  /** Sent sooner after the form was shown than a person can fill it. */
  TOO_QUICK("too-quick"),
  /** The stamp that goes with the form is not one of ours. */
  STAMP("stamp"),
  /** The request is not shaped as browsers shape theirs. */
  HEADERS("headers"),
  /** More links than an enquiry needs, links in markup, or one in the name. */
  LINKS("links"),
  /** Written in a script that nobody writes in India. */
  SCRIPT("script"),
  /** Letters at random. */
  GIBBERISH("gibberish"),
  /** The mail address is one to be thrown away. */
  DISPOSABLE_MAIL("disposable-mail"),
  /** Wants to sell to us. */
  OFFER("offer"),
  /** Wants to place links or articles with us, or sells them. */
  LINK_TRADE("link-trade"),
  /** Promises money, or asks for an advance. */
  MONEY("money"),
  /** Casinos and bets. */
  GAMBLING("gambling"),
  /** Pretends to be somebody, or threatens. */
  PHISHING("phishing"),
  /** Escorts, and medicine without a prescription. */
  ADULT("adult"),
  /** The same text came before, from whoever. */
  REPEATED("repeated"),
  /** Many submissions from one address. */
  ADDRESS_BURST("address-burst"),
  /** Many submissions of one form. */
  FORM_BURST("form-burst");

  private final String code;

  SpamReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
