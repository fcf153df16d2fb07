import { readFileSync } from "node:fs";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), "utf8"));

/** What the source answered, and every host must answer. */
export const golden = { answers: read("answers"), moreAnswers: read("more-answers") };
