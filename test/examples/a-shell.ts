import { execFile } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Ending } from "../cli/a-terminal.js";
import { runIn } from "../cli/in-folder.js";

interface Server {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A server on this machine, for as long as a test needs it. */
export async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has the address of one.
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { address: `http://127.0.0.1:${port}`, close };
}

/** What a request says, as JSON. */
export const bodyOf = async (request: Parameters<RequestListener>[0]): Promise<unknown> =>
  JSON.parse(await text(request));

/** Stands for npx: it hands the call to the tests, where the command runs from its source. */
const npx = (address: string) => `#!${process.execPath}
const [, ...argv] = process.argv.slice(2);
const answer = await fetch("${address}", { method: "POST", body: JSON.stringify({ folder: process.cwd(), argv }) });
const { code, printed, complained } = await answer.json();
process.stdout.write(printed);
process.stderr.write(complained);
process.exitCode = code;
`;

export interface Shell {
  /** Runs a line in a folder, with variables besides. */
  readonly run: (line: string, folder: string, variables?: Readonly<Record<string, string>>) => Promise<Ending>;
  readonly close: () => Promise<void>;
}

/**
 * A shell in which `npx plimsoll` is the command as it stands in the source, so that nothing has to be built.
 *
 * @param folder Where what stands for npx is written.
 */
export async function openShell(folder: string): Promise<Shell> {
  const { address, close } = await serve(async (request, response) => {
    // The script above is all that asks.
    const { folder: where, argv } = (await bodyOf(request)) as {
      readonly folder: string;
      readonly argv: readonly string[];
    };
    response.end(JSON.stringify(await runIn(where, argv)));
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "npx"), npx(address));
  chmodSync(join(folder, "npx"), 0o755);
  const run: Shell["run"] = (line, where, variables = {}) =>
    new Promise((resolve) => {
      const { PATH = "" } = process.env;
      const env = { PATH: [folder, PATH].join(delimiter), ...variables };
      const options = { cwd: where, env, maxBuffer: 16 * 1024 * 1024 };
      execFile("/bin/sh", ["-c", line], options, (error, printed, complained) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, printed, complained });
      });
    });
  return { run, close };
}
