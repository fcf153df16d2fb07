import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { root } from "./blocks.js";

const compiler = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");

/** What the compiler of the project's own TypeScript says of a configuration, and the files that it read; it keeps what it knows for the next time. */
export async function complaintsOfCompiler(configuration: string) {
  // A process of its own: the measuring of coverage would slow it down.
  const said = await new Promise<string>((resolve) => {
    const argv = [compiler, "-p", configuration, "--listFiles", "--pretty", "false"];
    execFile(process.execPath, argv, { cwd: root, maxBuffer: 2 ** 26 }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  const lines = said.split("\n").filter((line) => line !== "");
  const isFile = (line: string) => line.startsWith("/") && !line.includes(": ");
  return { files: lines.filter(isFile), complaints: lines.filter((line) => !isFile(line)).join("\n") };
}
