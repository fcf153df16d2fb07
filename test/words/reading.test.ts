import { atLeast, atMost, between, type Derived, type Domain, exact, standardFacts, unknown } from "plimsoll";
import { expect, test } from "vitest";
import { readingInWords } from "../../src/words/index.js";

const { users, calculation, sensitiveData } = standardFacts;

test.each<readonly [reading: Derived, domain: Domain, words: string | undefined]>([
  [exact(1), users.domain, "1 person"],
  [atLeast(4), users.domain, "at least 4 people"],
  [atMost(40), users.domain, "at most 40 people"],
  [between(4, 40), users.domain, "4 to 40 people"],
  [between("simple", "moderate"), calculation.domain, "at least simple, and at most moderate"],
  [atMost(["health", "payment"]), sensitiveData.domain, "at most health, payment"],
  [unknown, users.domain, undefined],
])("%j reads well", (reading, domain, words) => {
  expect(readingInWords(reading, domain)).toBe(words);
});
