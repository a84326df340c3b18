package com.avonsolutions.domain.vote;

/**
 * Whether an answer helped a visitor.
 *
 * @param slug the entry
 * @param question the question that was asked, without personal data; empty when none was
 * @param voter pseudonym of the visitor, different for every entry and question, so that votes
 *     cannot be joined into a person's path through the site
 */
public record Vote(String slug, String question, String voter, boolean helpful) {}
