import { describe, expect, test } from "vitest";
import { read } from "../documentation/blocks.js";
import { recipes } from "./recipes.js";

const page = "CONTRIBUTING.md";

/** The sections of the page, by their headings. */
const sections = new Map(
  read(page)
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split("\n")[0] ?? "", section] as const),
);

/** The files and folders that a text names. */
const namedIn = (text: string) =>
  [...text.matchAll(/`((?:src|test|docs)\/[^`]*|CHANGELOG\.md)`/g)].map(([, name = ""]) => name);

/** Recipes of which the compiler knows every step: `test/conditions/total.test.ts` begins them, and sees who is asked to go on. */
const followedByTheCompiler = ["Add an operator"];

test("every section that says how something is added or changed is followed here, and no other", () => {
  const promising = [...sections.keys()].filter((heading) => /^(?:Add|Change) /.test(heading));
  expect(promising.filter((heading) => !followedByTheCompiler.includes(heading))).toEqual(
    recipes.map(({ heading }) => heading),
  );
  expect(promising).toEqual(expect.arrayContaining([...followedByTheCompiler]));
});

describe.each(recipes)("$heading", ({ heading, change, rows, besides = [] }) => {
  test("names the files that it takes, and no others", () => {
    const taken = [...change, ...rows].map(({ file, named = file }) => named);
    const named = namedIn(sections.get(heading) ?? "");
    expect([...new Set(named)].sort()).toEqual([...new Set([...taken, ...besides])].sort());
  });
});
