#!/usr/bin/env python3
"""Makes the demonstration data of this folder: the same bytes each time, from one seed.

No person, case, family or place of shelter stands behind any row: every count is drawn at random.
Run it from anywhere: python3 Content/data/generate.py

Produit les données de démonstration de ce dossier : les mêmes octets à chaque fois, à partir d'une
graine. Aucune personne, aucun cas, aucune famille, aucun lieu d'accueil derrière une ligne.
"""
import csv
import pathlib
import random

SEED = 20221207
HERE = pathlib.Path(__file__).parent
YEARS = ["Y1", "Y2", "Y3"]
DISTRICTS = ["CI-DN", "CI-SV", "CI-WR", "CI-VB", "CI-ZZ", "CI-MG", "CI-SM", "CI-YM", "CI-LC",
             "CI-BS", "CI-GD", "CI-LG", "CI-CM", "CI-AB"]
WEIGHTS = [2, 7, 3, 9, 4, 10, 9, 4, 5, 16, 8, 10, 8, 30]


def write(name, header, rows):
    with open(HERE / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def pick(rng, choices):
    names, weights = zip(*choices)
    return rng.choices(names, weights)[0]


def records(rng, sizes, columns):
    """One row a unit: `sizes` a year, each column drawn from its (category, weight) list."""
    rows = []
    for year in YEARS:
        for _ in range(sizes[year]):
            rows.append([year] + [pick(rng, choices) for choices in columns])
    rng.shuffle(rows)
    return rows


def main():
    rng = random.Random(SEED)
    place = list(zip(DISTRICTS, WEIGHTS))

    write("trainings", ["period", "district", "sex", "profession", "level"], records(
        rng, {"Y1": 618, "Y2": 1243, "Y3": 1581},
        [place, [("F", 41), ("M", 59)],
         [("magistrates", 7), ("police", 17), ("customs", 5), ("gendarmes", 14),
          ("water-forests", 5), ("mines", 2), ("diplomats", 1), ("regional-committees", 8),
          ("social-workers", 16), ("labour-inspectors", 6), ("teachers", 12), ("nurses", 6),
          ("ngos", 9), ("media", 4)],
         [("basic", 68), ("advanced", 25), ("trainers", 7)]]))

    write("families", ["period", "district", "intervention", "head_sex"], records(
        rng, {"Y1": 184, "Y2": 467, "Y3": 612},
        [[(d, w) for d, w in place if d not in ("CI-DN", "CI-YM")],
         [("savings", 46), ("financial-inclusion", 18), ("vocational-training", 21),
          ("alternative-livelihood", 15)],
         [("F", 63), ("M", 37)]]))

    write("victims", ["period", "district", "sex", "age", "form", "referral"], records(
        rng, {"Y1": 147, "Y2": 263, "Y3": 231},
        [[(d, w ** 1.5) for d, w in place], [("F", 55), ("M", 45)],
         [("0-5", 4), ("6-11", 23), ("12-14", 37), ("15-17", 36)],
         [("forced-labour", 74), ("sex-trafficking", 26)],
         [("shelter", 71), ("alternative-care", 29)]]))

    for name, sizes, share in [("investigations", [52, 61, 78, 96], 0.74),
                               ("prosecutions", [31, 33, 47, 55], 0.71),
                               ("convictions", [18, 21, 26, 34], 0.66)]:
        rows = []
        for year, total in zip(["Y0"] + YEARS, sizes):
            labour = sum(rng.random() < share for _ in range(total))
            rows.append([year, "forced-labour", labour])
            rows.append([year, "sex-trafficking", total - labour])
        write(name, ["period", "form", "count"], rows)

    write("operations", ["period", "district", "unit"], records(
        rng, {"Y1": 14, "Y2": 23, "Y3": 31},
        [place, [("SDLTEDJ", 56), ("UCT", 27), ("brigade-mondaine", 17)]]))

    rows = []
    for year, scale in zip(YEARS, [0.6, 1.0, 1.1]):
        for objective, weight in zip(["O1", "O2", "O3", "O4"], [1.0, 1.4, 0.8, 0.5]):
            for partner, part in [("partner-a", 0.55), ("partner-b", 0.33), ("partner-c", 0.12)]:
                if objective == "O4" and partner != "partner-a" and year == "Y1":
                    continue
                committed = round(800_000 * scale * weight * part * rng.uniform(0.85, 1.15), -2)
                disbursed = round(committed * rng.uniform(0.55, 0.95), -2)
                rows.append([year, objective, partner, int(committed), int(disbursed)])
    write("funding", ["period", "objective", "partner", "committed", "disbursed"], rows)

    counts = {
        "I1.1": [3, 7, 9], "I2.1": [1, 3, 5], "I2.2": [8, 21, 34], "I2.5": [1, 3, 4],
        "I2.6": [2, 6, 9], "I2.8": [0, 2, 4], "I3.4": [0, 1, 3],
        "I3.5": [0, 1, 2], "I3.6": [1, 2, 4], "I4.3": [4, 6, 5], "I4.4": [1, 2, 4],
    }
    write("counts", ["indicator", "period", "count"],
          [[code, year, value] for code, values in counts.items()
           for year, value in zip(YEARS, values) if value is not None])
    write("groups", ["period", "count"], [["Y1", 1], ["Y3", 3]])
    write("reach", ["period", "count"], [["Y1", 48000], ["Y2", 131500], ["Y3", 167000]])
    write("plan", ["period", "count"], [["Y1", 0], ["Y2", 1], ["Y3", 2]])


if __name__ == "__main__":
    main()
