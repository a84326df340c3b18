package com.avonsolutions.domain.faq;

/**
 * An entry of the starter files.
 *
 * @param answerMarkdown the answer as staff will edit it
 * @param contentHash changes when the file changes
 */
public record StarterFaq(FaqEntry entry, String answerMarkdown, String contentHash) {}
