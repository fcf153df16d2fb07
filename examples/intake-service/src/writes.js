/** How many writes share a commit at most, so that none of them waits long for the others. */
const mostTogether = 100;

const alone = (database) => (work) => database.transaction().execute(work);

/**
 * Writes to SQLite, where every commit waits for the disk: writes that arrive at the same time are committed together, and each is
 * acknowledged when all of them are on the disk. When one fails, nothing of the group is kept, and each is tried again by itself.
 */
function together(database) {
  const writeAlone = alone(database);
  let waiting = [];

  async function commit(group) {
    const results = await database.transaction().execute(async (transaction) => {
      const done = [];
      for (const { work } of group) done.push(await work(transaction));
      return done;
    });
    for (const [index, { resolve }] of group.entries()) resolve(results[index]);
  }

  async function commitOrSeparate(group) {
    try {
      await commit(group);
    } catch {
      for (const { work, resolve, reject } of group) await writeAlone(work).then(resolve, reject);
    }
  }

  async function writeWaiting() {
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostTogether);
      await commitOrSeparate(group);
      waiting = waiting.slice(group.length);
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      // What the same turn of the event loop brings goes along.
      if (waiting.length === 1) setImmediate(writeWaiting);
    });
}

/**
 * Carries out writes, each wholly or not at all: `write(work)` hands `work` a transaction, and resolves to what it returns once that
 * is stored. PostgreSQL lets commits of several connections share the disk by itself.
 */
export const createWriter = (database, isShared) => (isShared ? alone(database) : together(database));
