import { createClassifier, safeParsePolicy, safeParseProfile, standardPolicy } from "plimsoll";
import { loadLineSvg } from "plimsoll/render";

/** An object as it is; text read as JSON. */
function readJson(given) {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

const titleOf = ({ tiers }, id) => tiers.find((tier) => tier.id === id)?.title ?? id;
const imageOf = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/**
 * How deep an app sits, in words and as pictures for light and for dark; or why that cannot be said.
 *
 * @param {unknown} profile An app profile, or its JSON.
 * @param {unknown} [given] A policy, or its JSON; the standard policy when left out.
 */
export function judge(profile, given = undefined) {
  const lines = given ? safeParsePolicy(readJson(given)) : { ok: true, value: standardPolicy };
  const app = safeParseProfile(readJson(profile));
  for (const [what, { ok, problems = [] }] of Object.entries({ policy: lines, profile: app })) {
    const [first] = problems;
    if (!ok) return { words: `The ${what} cannot be read. ${first.pointer} ${first.message}`, problems };
  }
  const policy = lines.value;
  const { name } = app.value;
  const classification = createClassifier(policy)(app.value);
  const { tier, ceiling, settled } = classification;
  const place = settled
    ? titleOf(policy, tier)
    : `${titleOf(policy, tier)} at least, and could be ${titleOf(policy, ceiling)}`;
  const drawn = (theme) => imageOf(loadLineSvg(classification, { policy, name, theme }));
  return { words: `${name}: ${place}`, tier, ceiling, settled, light: drawn("light"), dark: drawn("dark") };
}
