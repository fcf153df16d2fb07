import type { Variable } from "../model/index.js";
import type { Witness } from "./answers.js";
import type { Change } from "./change.js";
import { witnessIn } from "./search.js";
import type { Study } from "./study.js";
import { type Aim, type Seen, waysWithin } from "./ways.js";

/**
 * One way for an app to reach a tier: all of these changes together, none of which can be left out. `witness` is the app
 * afterwards.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, type PathTo, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ calculation: "complex" }) ?? { id: "stock", name: "Stock list" };
 * const told = pathsTo(app, "it-review", standardPolicy);
 * const path: PathTo | undefined = told.verdict === "found" ? told.paths[0] : undefined;
 *
 * path?.changes.length; // → 1
 * ```
 */
export interface PathTo<TierId extends string = string> {
  readonly changes: readonly Change[];
  readonly witness: Witness<TierId>;
}

/** The smallest sets of changes that were found. */
export interface PathsFound<TierId extends string = string> {
  readonly paths: readonly PathTo<TierId>[];
  readonly isComplete: boolean;
}

/** Every smallest set of changes that brings an app to its aim, each with the app afterwards. */
export function pathsWithin<TierId extends string>(
  study: Study<TierId>,
  view: Seen,
  aim: Aim,
  canChange: (variable: Variable) => boolean,
  most: number,
): PathsFound<TierId> {
  const { ways, values, isComplete } = waysWithin(view, aim, canChange, study.budget, most);
  const paths = ways.map(({ cells, changesIn }): PathTo<TierId> => {
    const witness = witnessIn(study, view, cells, values);
    return { changes: changesIn(witness), witness };
  });
  return { paths, isComplete };
}
