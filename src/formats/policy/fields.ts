import * as z from "zod/mini";
import { described, optional, some, text } from "../../json/index.js";
import { efforts, stagesOfRules } from "../../policy/index.js";

export const id = () => described(text(), "A stable id, unique among its kind.");
export const title = () => described(text(), "What it is about, in a few words.");

const publishedOn = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Public sources of something. */
export const references = () =>
  optional(
    some(
      z.strictObject({
        title: described(text(), "What it is called."),
        date: described(
          z
            .string()
            .check(z.regex(publishedOn, "Expected a year, a month or a day, such as 2026, 2026-04 or 2026-04-30.")),
          "When it was published: a year, a month or a day.",
        ),
        url: optional(text(), "Where it can be read."),
        id: optional(text(), "Its id there, such as CD-SEC-02."),
      }),
    ),
    "Public sources that say why it is there.",
  );

/** The words that every rule carries for people. */
export const ruleText = {
  title: title(),
  why: described(text(), "Why it matters."),
  advice: optional(text(), "What to do next; the advice of the tier when left out."),
  source: optional(text(), "Where the rule comes from."),
  references: references(),
  effort: optional(z.enum(efforts), "How much work it usually is to do what it advises."),
  lifecycle: optional(
    z.strictObject({
      since: described(text(), "The first version of its policy or pack that has it."),
      stage: described(z.enum(stagesOfRules), "Whether it is still being tried."),
    }),
    "Since when it is there, and how far along it is.",
  ),
};

/** A whole number above zero. */
export const amount = () => z.int().check(z.positive());
