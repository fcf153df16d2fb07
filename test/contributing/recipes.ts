import { addFact } from "./add-a-fact.js";
import { addCommand, addFormat } from "./change-the-command.js";
import { addCriterion, addSign, changeLine } from "./change-the-standard-policy.js";
import type { Recipe } from "./recipe.js";

/** The recipes of CONTRIBUTING.md, in its order. */
export const recipes: readonly Recipe[] = [addSign, addCriterion, changeLine, addFact, addCommand, addFormat];

/** What the recipes take, all of them followed on one copy. */
export const together = {
  change: recipes.flatMap(({ change }) => change),
  rows: recipes.flatMap(({ rows }) => rows),
  asking: [...new Set(recipes.flatMap(({ asking }) => asking))].sort(),
};

/** Asks for pages to be brought up to date, whatever changes. */
export const askingForDocs = "test/documentation/generated.test.ts";
