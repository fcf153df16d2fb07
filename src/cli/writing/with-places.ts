import type { AppInWords, Observation } from "plimsoll/render";
import type { PlacesIn } from "../reading/exports/input.js";

/** An app in words, with the places in its exports where each thing was read. */
export function withPlaces(app: AppInWords, placesIn: PlacesIn | undefined): AppInWords {
  if (placesIn === undefined) return app;
  const located = <Told extends { readonly seen: readonly Observation[] }>(told: Told): Told => ({
    ...told,
    seen: told.seen.map((observation) => ({
      ...observation,
      places: observation.pointers.flatMap((pointer) => placesIn(app.id, pointer)),
    })),
  });
  return { ...app, findings: app.findings.map(located), reasons: app.reasons.map(located) };
}
