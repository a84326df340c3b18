package com.avonsolutions.domain.faq;

/**
 * An entry of the starter files.
 *
 * @param answerMarkdown what staff will edit
 * @param contentHash tells whether the file changed since it was last loaded
 */
public record StarterFaq(FaqEntry entry, String answerMarkdown, String contentHash) {}
