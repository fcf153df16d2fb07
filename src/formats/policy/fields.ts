import * as z from "zod/mini";
import { described, optional, text } from "../../json/index.js";

export const id = () => described(text(), "A stable id, unique among its kind.");
export const title = () => described(text(), "What it is about, in a few words.");

/** The words that every rule carries for people. */
export const ruleText = {
  title: title(),
  why: described(text(), "Why it matters."),
  advice: optional(text(), "What to do next; the advice of the tier when left out."),
  source: optional(text(), "Where the rule comes from."),
};

/** A whole number above zero. */
export const amount = () => z.int().check(z.positive());
