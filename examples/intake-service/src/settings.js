import { readFileSync } from "node:fs";
import { createCallers } from "./callers.js";
import { limits } from "./limits.js";

/** The service was not told what it needs; the message says what. */
export class SettingsError extends Error {}

function numberOf(variables, name, otherwise) {
  const number = Number(variables[name] ?? otherwise);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new SettingsError(`${name} is to be a whole number, and is "${variables[name]}".`);
}

function callersOf(file) {
  try {
    return createCallers(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new SettingsError(`The callers in "${file}" cannot be read. ${cause.message}`, { cause });
  }
}

const howToStart = [
  "Who may call? Say it in one of two ways:",
  "  INTAKE_CALLERS=callers.json  a list of roles, which node src/new-caller.js makes",
  "  --open, or INTAKE_OPEN=1     everybody who reaches it may do everything: for trying it out",
].join("\n");

/**
 * What a process was started with.
 *
 * @throws {SettingsError} when it does not say who may call, or cannot be read.
 */
export function readSettings(words, variables) {
  const isOpen = words.includes("--open") || variables.INTAKE_OPEN === "1";
  const file = variables.INTAKE_CALLERS;
  if (isOpen === (file !== undefined)) {
    throw new SettingsError(isOpen ? `INTAKE_CALLERS and --open exclude each other.\n${howToStart}` : howToStart);
  }
  const requestsPerMinute = numberOf(variables, "INTAKE_REQUESTS_PER_MINUTE", limits.requestsPerMinute);
  return {
    url: variables.DATABASE_URL ?? "intake.db",
    host: variables.HOST ?? "127.0.0.1",
    port: numberOf(variables, "PORT", 3000),
    callers: isOpen ? undefined : callersOf(file),
    limits: { ...limits, requestsPerMinute },
    // A proxy that is trusted says where a request comes from, and whether it came encrypted.
    trustProxy: variables.INTAKE_PROXY === "1",
  };
}
