import { Tinypool } from "tinypool";
import { RequestProblem } from "./problems.js";

const busy = () => new RequestProblem(503, "Enough audits are waiting by now. Try again in a minute.");
const tooLong = () => new RequestProblem(503, "The audit took longer than it may here, and was stopped.");

/**
 * Audits of the whole registry, in a thread and over a connection of their own, so that nobody else waits for them: one after the
 * other, and no more waiting than the limits say.
 */
export function createAudits(url, { auditsWaiting, auditTime }) {
  const pool = new Tinypool({
    filename: new URL("./audit-worker.js", import.meta.url).href,
    workerData: { url },
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    maxQueue: auditsWaiting,
  });

  /** The report, and with `isDrawn` the heat map. */
  async function run(options, { isDrawn = false } = {}) {
    if (pool.queueSize >= auditsWaiting) throw busy();
    const signal = AbortSignal.timeout(auditTime);
    try {
      return await pool.run({ options, isDrawn }, { signal });
    } catch (error) {
      throw signal.aborted ? tooLong() : error;
    }
  }

  return { run, close: () => pool.destroy() };
}
