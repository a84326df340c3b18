package com.avonsolutions.exactlyonce;

/** What a person typed; two contents of a scenario differ in every field. */
record Content(String name, String phone, String text) {

  static Content number(int number) {
    return new Content(
        "Person " + number,
        "+9198765%05d".formatted(number),
        // Some are long enough for the spam filter to count them.
        "Call me about "
            + number
            + (number % 3 == 0 ? ", in the morning if that can be done" : ""));
  }
}
