/** Milliseconds that something takes, so many times. */
export function timeOf(run, times = 1) {
  const start = performance.now();
  for (let again = 0; again < times; again++) run();
  return performance.now() - start;
}

/** The ratios of two measures in some rounds, one after the other in each, so that what else the machine does hits both; the smallest first. */
export async function ratiosOf(one, other, rounds = 15) {
  const warming = 5;
  const ratios = [];
  for (let round = 0; round < rounds + warming; round++) ratios.push((await one()) / (await other()));
  return ratios.slice(warming).sort((smaller, larger) => smaller - larger);
}

/** Prints the middle of some ratios and their spread; ends the run with 1 when it is more than was promised. */
export function tell(what, ratios, most = Number.POSITIVE_INFINITY) {
  const middle = ratios[ratios.length >> 1];
  const isKept = middle <= most;
  if (!isKept) process.exitCode = 1;
  const spread = `${ratios[0].toFixed(1)} to ${ratios[ratios.length - 1].toFixed(1)}`;
  const promised = Number.isFinite(most) ? `; at most ${most} ${isKept ? "is kept" : "IS NOT KEPT"}` : "";
  console.log(`${what}: ${middle.toFixed(1)} times (${spread})${promised}`);
}
