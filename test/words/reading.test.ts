import { type Derived, type Domain, reading, standardFacts } from "plimsoll";
import { expect, test } from "vitest";
import { readingInWords } from "../../src/words/index.js";

const { users, calculation, sensitiveData } = standardFacts;

test.each<readonly [reading: Derived, domain: Domain, words: string | undefined]>([
  [reading.exact(1), users.domain, "1 person"],
  [reading.atLeast(4), users.domain, "at least 4 people"],
  [reading.atMost(40), users.domain, "at most 40 people"],
  [reading.between(4, 40), users.domain, "4 to 40 people"],
  [reading.between("simple", "moderate"), calculation.domain, "at least simple, and at most moderate"],
  [reading.atMost(["health", "payment"]), sensitiveData.domain, "at most health, payment"],
  [reading.unknown, users.domain, undefined],
])("%j reads well", (reading, domain, words) => {
  expect(readingInWords(reading, domain)).toBe(words);
});
