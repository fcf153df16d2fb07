import fc from "fast-check";
import { expect, test } from "vitest";
import { setInLines } from "../../src/render/lettering.js";
import { anyName } from "../arbitraries/hostile-names.js";

test.each([
  { words: "Rota", lines: 1, set: ["Rota"] },
  { words: "  Shift \n rota ", lines: 1, set: ["Shift rota"] },
  { words: "", lines: 2, set: [""] },
  { words: "The rota of all wards", lines: 2, set: ["The rota of", "all wards"] },
  { words: "The rota of all wards", lines: 1, set: ["The rota of…"] },
  { words: "The rota of all wards and of others", lines: 2, set: ["The rota of", "all wards…"] },
  { words: "Dienstplanverwaltungsprogramm", lines: 2, set: ["Dienstplanve", "rwaltungsp…"] },
  { words: "在庫の移動と夜勤の記録", lines: 2, set: ["在庫の移動と", "夜勤の記録"] },
  { words: "👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀", lines: 1, set: ["👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀…"] },
  { words: "क्षेत्रीय कार्यालय", lines: 2, set: ["क्षेत्रीय", "कार्यालय"] },
  { words: "🇩🇪🇫🇷🇮🇹🇪🇸🇵🇹🇵🇱", lines: 2, set: ["🇩🇪🇫🇷🇮🇹🇪🇸", "🇵🇹🇵🇱"] },
  { words: "🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿🏴󠁧󠁢󠁥󠁮󠁧󠁿", lines: 2, set: ["🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿🏴󠁧󠁢󠁥󠁮󠁧󠁿"] },
])("$words in $lines lines", ({ words, lines, set }) => {
  expect(setInLines(words, { width: 70, size: 10, lines })).toEqual(set);
});

test("nothing is invented: what is set is how the words begin", () => {
  fc.assert(
    fc.property(anyName, fc.integer({ min: 1, max: 3 }), fc.nat(200), (words, lines, width) => {
      const set = setInLines(words, { width, size: 10, lines });
      expect(set.length).toBeLessThanOrEqual(lines);
      const plain = (text: string) => text.replaceAll(/\s/g, "");
      expect(plain(words).startsWith(plain(set.join("").replace(/…$/, "")))).toBe(true);
    }),
  );
});

/** How wide words are in Chromium, in parts of their size: the widest of Noto Sans and DejaVu Sans. */
const measured = {
  "تطبيق إدارة مناوبات الممرضين": 14.1,
  سشصضسشصض: 7.4,
  "מערכת ניהול משמרות": 9.5,
  ΩΩΜΜΦΨ: 5,
  "Планирование смен": 9.6,
  ШЩЖЮМШЩЖЮМ: 10.4,
  "नर्सों की पाली का प्रबंधन": 9.2,
  "செவிலியர் பணிமுறை மேலாண்மை": 19.2,
  全院护士排班与交接: 9,
  "🏥👩🏽‍⚕️👨‍👩‍👧‍👦🇩🇪🇫🇷🏴󠁧󠁢󠁳󠁣󠁴󠁿✨": 8.8,
  "﷽": 7.3,
  "⸻": 2.9,
  𝐖𝐌: 2.5,
  "1,037,389": 5.1,
  WWWW: 4,
} as const;

test.each(Object.entries(measured))("%s is given no less room than it takes", (words, width) => {
  expect(setInLines(words, { width: width - 0.1, size: 1, lines: 1 })).not.toEqual([words]);
  expect(setInLines(words, { width: width * 1.75, size: 1, lines: 1 })).toEqual([words]);
});
