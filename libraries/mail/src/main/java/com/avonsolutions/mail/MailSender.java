package com.avonsolutions.mail;

/** Sends mail. */
public interface MailSender {

  /**
   * Makes one attempt.
   *
   * @return the provider's id of the mail
   * @throws MailException when the mail was not accepted, or it is not known whether it was
   */
  String send(Mail mail);
}
