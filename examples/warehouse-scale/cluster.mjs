// Apache Spark as a cluster of its own on this machine: a master, and workers that can be taken away.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const here = "127.0.0.1";
const ready = { master: /Starting Spark master at (\S+)/, worker: /Successfully registered with master/ };

/** Starts a part of the cluster, in a group of processes with all that it starts, and waits until it says that it is there. */
async function start(python, part, given) {
  const starter = python.replace(/python$/, "spark-class");
  const own = spawn(starter, [`org.apache.spark.deploy.${part}.${part[0].toUpperCase()}${part.slice(1)}`, ...given], {
    detached: true,
    env: { ...process.env, SPARK_LOCAL_IP: here, PYSPARK_PYTHON: python },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const kill = () => {
    try {
      process.kill(-own.pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
  };
  const said = await new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      kill();
      reject(new Error(`The ${part} did not say within a minute that it is there.`));
    }, 60_000);
    own.once("close", () => clearTimeout(late));
    own.once("error", reject);
    own.once("exit", () => reject(new Error(`The ${part} did not start.`)));
    createInterface({ input: own.stderr }).on("line", (line) => {
      const found = ready[part].exec(line);
      if (found === null) return;
      clearTimeout(late);
      resolve(found[1]);
    });
  });
  return { said, kill };
}

/** Starts a master and its workers, each with one core. */
export async function startCluster(python, { workers, folder }) {
  const parts = [];
  const stop = () => {
    for (const { kill } of parts) kill();
  };
  try {
    const master = await start(python, "master", ["--host", here, "--port", "0", "--webui-port", "0"]);
    parts.push(master);
    const own = ["--host", here, "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", folder];
    for (let each = 0; each < workers; each++) parts.push(await start(python, "worker", [...own, master.said]));
    return { url: master.said, killWorker: () => parts.at(-1).kill(), stop };
  } catch (error) {
    stop();
    throw error;
  }
}
