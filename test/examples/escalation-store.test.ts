import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openStore } from "../../examples/escalation-store/store.js";
import { agreed, caseAfter, closed, happened, opened, preserved } from "../escalation/a-case.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = () => join(folder, "cases.sqlite");

describe("a store of cases", () => {
  test("gives back, after it was closed, what was stored", () => {
    const store = openStore(fileOf());
    expect(store.open(opened)).toBe(true);
    store.append(opened.id, preserved, 1);
    store.append(opened.id, agreed, 2);
    store.close();

    const again = openStore(fileOf());
    expect(again.load(opened.id)).toEqual({ ok: true, case: caseAfter(opened, preserved, agreed) });
    again.close();
  });

  test("opens a case once", () => {
    const store = openStore(fileOf());
    expect([store.open(opened), store.open(opened)]).toEqual([true, false]);
    store.close();
  });

  test("knows no case that was never opened", () => {
    const store = openStore(fileOf());
    expect(store.append("case-8", preserved, 1)).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    store.close();
  });

  test("refuses a stale write, and keeps the first", () => {
    const store = openStore(fileOf());
    store.open(opened);
    const first = store.append(opened.id, preserved, 1);
    const second = store.append(opened.id, happened({ kind: "false-alarm", why: "Twelve people." }), 1);
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: "stale", possible: [{ kind: "partnership-agreed" }, {}, {}] },
    });
    expect(store.load(opened.id)).toEqual(first);
    store.close();
  });

  test("refuses whoever is overtaken between reading and writing", () => {
    const [slow, quick] = [openStore(fileOf()), openStore(fileOf())];
    slow.open(opened);
    const write = JSON.stringify;
    vi.spyOn(JSON, "stringify").mockImplementationOnce((event) => {
      expect(quick.append(opened.id, preserved, 1).ok).toBe(true);
      return write(event);
    });
    const late = slow.append(opened.id, happened({ kind: "false-alarm", why: "Twelve people." }), 1);
    expect(late).toMatchObject({ ok: false, refusal: { code: "stale" } });
    expect(quick.load(opened.id)).toEqual({ ok: true, case: caseAfter(opened, preserved) });
    slow.close();
    quick.close();
  });

  test("refuses what the path does not allow, and stores nothing", () => {
    const store = openStore(fileOf());
    store.open(opened);
    expect(store.append(opened.id, closed, 1)).toMatchObject({ ok: false, refusal: { code: "not-now" } });
    expect(store.load(opened.id)).toEqual({ ok: true, case: opened });
    store.close();
  });

  test("lets two connections write in turns, each seeing what the other wrote", () => {
    const [one, other] = [openStore(fileOf()), openStore(fileOf())];
    one.open(opened);
    expect(other.append(opened.id, preserved, 1).ok).toBe(true);
    expect(one.append(opened.id, agreed, 1)).toMatchObject({ ok: false, refusal: { code: "stale" } });
    expect(one.append(opened.id, agreed, 2).ok).toBe(true);
    one.close();
    other.close();
  });
});
