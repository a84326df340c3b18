package com.avonsolutions.exactlyonce;

/** What a person typed; two contents of a schedule differ in everything. */
record Content(String name, String phone, String text) {

  static Content number(int number) {
    return new Content(
        "Person " + number,
        "+9198765%05d".formatted(number),
        // Some are long enough to be counted by the spam filter.
        "Call me about "
            + number
            + (number % 3 == 0 ? ", in the morning if that can be done" : ""));
  }
}
