package com.avonsolutions.text;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The rules for text that others wrote: surrogate pairs stay whole, because half of one cannot be
 * encoded or stored, and no control character reaches a page, a table or a terminal.
 */
public final class Unicode {

  private static final Pattern RETURNS = Pattern.compile("\r\n?");
  private static final Pattern LINE_BREAKS = Pattern.compile("[\n\r\t\u2028\u2029]");

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{20E3}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}]+");

  private Unicode() {}

  /** Whether every surrogate is part of a pair. JSON's escapes can hold a single one. */
  public static boolean isWhole(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (Character.isSurrogate(unit)) {
        at++;
        if (at == text.length() || !Character.isSurrogatePair(unit, text.charAt(at))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Removes what nobody sees from an address, a number or a short answer: joiners, marks of
   * direction, fillers, and what makes a digit an emoji. Other texts need their joiners.
   */
  public static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll("");
  }

  /**
   * Whether a character controls the device or the direction of the text that follows: the control
   * characters of Unicode but line breaks and tabs, and the embeddings, overrides and isolates of
   * its bidirectional algorithm. Marks of direction and joiners, which scripts need, are none.
   */
  public static boolean isControl(int character) {
    return (Character.isISOControl(character)
            && character != '\n'
            && character != '\r'
            && character != '\t')
        || turnsText(character);
  }

  /**
   * Takes away the characters that turn the direction of what follows. Telephone books and
   * messengers put them around numbers, so a person who pastes one has not typed them.
   */
  public static String withoutTurns(String text) {
    return text.chars().noneMatch(Unicode::turnsText)
        ? text
        : filtered(text.chars().filter(character -> !turnsText(character)), text.length());
  }

  /**
   * A text that can be shown anywhere: without turns, with a blank for each control, and with line
   * feeds as its only line breaks, since a terminal goes back at a carriage return.
   */
  public static String printable(String text) {
    String straight = RETURNS.matcher(withoutTurns(text)).replaceAll("\n");
    return straight.chars().noneMatch(Unicode::isControl)
        ? straight
        : filtered(
            straight.chars().map(character -> isControl(character) ? ' ' : character),
            straight.length());
  }

  /** A {@link #printable} text of one line: line breaks and tabs are blanks too. */
  public static String printableLine(String text) {
    return LINE_BREAKS.matcher(printable(text)).replaceAll(" ");
  }

  private static boolean turnsText(int character) {
    return (character >= '\u202a' && character <= '\u202e')
        || (character >= '\u2066' && character <= '\u2069');
  }

  private static String filtered(IntStream units, int length) {
    StringBuilder text = new StringBuilder(length);
    units.forEach(unit -> text.append((char) unit));
    return text.toString();
  }

  /**
   * Cuts a text to a length and never splits a surrogate pair.
   *
   * @param limit in UTF-16 code units, as {@link String#length} counts
   */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean splitsPair =
        limit > 0 && Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit));
    return text.substring(0, splitsPair ? limit - 1 : limit);
  }
}
