package com.avonsolutions.domain.vote;

/**
 * What somebody says of an answer.
 *
 * @param slug the entry
 * @param question what it was the answer to, without personal data; empty when nothing was asked
 * @param voter tells votes apart: the same visitor has the same one for the same entry and question
 *     only, so that votes cannot be joined to a person's way through the site
 */
public record Vote(String slug, String question, String voter, boolean helpful) {}
