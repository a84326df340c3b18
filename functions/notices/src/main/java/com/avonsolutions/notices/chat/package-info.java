/**
 * Chat messages in the formats of Slack, Google Chat and Microsoft Teams.
 *
 * <p>What a visitor wrote stands only where no markup counts.
 */
@NullMarked
package com.avonsolutions.notices.chat;

import org.jspecify.annotations.NullMarked;
