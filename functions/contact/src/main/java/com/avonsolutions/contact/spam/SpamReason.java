package com.avonsolutions.contact.spam;

/** Why a submission got points. The codes are stored with leads and do not change. */
public enum SpamReason {
  /** The hidden field is filled in. */
  HONEYPOT("trap"),
  /** Sent sooner after the form was shown than a person can fill it in. */
  TOO_QUICK("too-quick"),
  /** The form's stamp was not issued by us. */
  STAMP("stamp"),
  /** The request lacks headers that browsers send. */
  HEADERS("headers"),
  /** More links than an enquiry needs, links in markup, or one in the name. */
  LINKS("links"),
  /** Written in a script that is not used in India. */
  SCRIPT("script"),
  /** Words of random letters. */
  GIBBERISH("gibberish"),
  /** A message of pictures, phone numbers or the sender's own address, and no word. */
  NO_WORDS("no-words"),
  /** Worded like spam. */
  WORDING("wording"),
  /** A throw-away e-mail address. */
  DISPOSABLE_MAIL("disposable-mail"),
  /** Wants to sell us something. */
  OFFER("offer"),
  /** Buys or sells links and articles. */
  LINK_TRADE("link-trade"),
  /** Promises money or asks for an advance. */
  MONEY("money"),
  /** Casinos and betting. */
  GAMBLING("gambling"),
  /** Pretends to be somebody else, or threatens. */
  PHISHING("phishing"),
  /** Escorts, and medicine without a prescription. */
  ADULT("adult"),
  /** The same text was sent before, from any address. */
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
