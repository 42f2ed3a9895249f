#!/usr/bin/env python3
"""Random valid inputs that look for trouble: `python3 random_cycles.py --seed 7 [--employees N]`.

The same seed prints the same input. To put sheets exactly on a boundary the generator first computes the
cycle with reference.py and then moves the points that were handed out by hand.
"""
import argparse
import json
import random
import sys
from decimal import Decimal
from fractions import Fraction as F

import reference as ref

EXECUTIVE_MARKS = [60, 70, 80, 90, 95]
EMPLOYEE_MARKS = [30, 35, 40, 45, "47.5"]
NASTY_IDS = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "10", "9", "2", "01", "è", "e\u0300", "E", "ß",
             "𝄞", "\uffff", "\ufb00", "\ufffd", "𝄞a", "\uff5e", " a", "a ", "a b", "UPL-E", "entity", "executives", "null", "[0]", "a.b", "a:b",
             "città", "Ufficio d'anagrafe", '"', "\\", "/", "<b>", "x" * 300, "😀", "-1", "1e3", "a\tb"]
SANCTIONS = list(ref.SANCTIONS)
INCENTIVES = ["0", "0.00", "100.5", "1749.99", "1750", "1750.00", "2000", "2498.99", "2499.00", "2499.01", "2499.50", "2499.99", "2500", "2500.00", "2500.01", "9000"]


class Raw(Decimal):
    """A figure to be printed as a bare JSON number, digit by digit."""


class Generator:
    def __init__(self, seed, employees=None):
        self.r = random.Random(seed)
        self.n = employees

    # ------------------------------------------------------------ small dice
    def chance(self, p):
        return self.r.random() < p

    def pick(self, *options):
        return self.r.choice(options)

    def q(self, value):
        """One quantity, as a number or as a string."""
        plain = format(Decimal(str(value)), "f")
        return Raw(plain) if self.chance(.5) else plain

    def cents(self, low, high):
        return Decimal(self.r.randint(low, high)) / 100

    def money(self, low, high):
        v = self.cents(low * 100, high * 100)
        if self.chance(.2):
            v = Decimal(int(v))
        elif self.chance(.1):
            v = Decimal(int(v * 10)) / 10
        return self.q(v)

    def percent(self, low=0):
        kind = self.r.random()
        if kind < .25:
            return Decimal(100)
        if kind < .30:
            return Decimal(0 if low == 0 else low)
        if kind < .55:
            return Decimal(self.r.randint(low, 100))
        if kind < .85:
            return self.cents(low * 100, 10000)
        return self.long_decimal(low, 100)

    def long_decimal(self, low, high):
        digits = self.r.randint(5, 25)
        whole = self.r.randint(low, high - 1)
        return Decimal(f"{whole}." + "".join(self.r.choice("0123456789") for _ in range(digits)))

    def ids(self, n, prefix):
        """Unique ids, some of them odd; the pool is shared, so two lists may share an id."""
        share = self.pick(0, 0, .1, .5)
        pool = NASTY_IDS[:]
        self.r.shuffle(pool)
        result, seen = [], set()
        for k in range(n):
            i = pool.pop() if pool and self.chance(share) else f"{prefix}{k + 1}"
            if self.shared_ids and self.chance(.02):
                i = f"same{k + 1}"
            if i in seen:
                i = f"{prefix}-{k + 1}"
            seen.add(i)
            result.append(i)
        self.r.shuffle(result)
        return result

    def rank(self, holder, style):
        """tieBreakRank: on nobody, on some, equal on all, or all different."""
        if style == "some" and self.chance(.5):
            holder["tieBreakRank"] = self.r.randint(1, 3)
        elif style == "equal":
            holder["tieBreakRank"] = 1
        elif style == "all":
            holder["tieBreakRank"] = self.r.randint(1, 100000)

    # ------------------------------------------------------------ parts of the input
    def build(self):
        self.shared_ids = self.chance(.3)
        n = self.n if self.n is not None else self.size()
        self.fine = self.chance(.5)                      # a year that went well: the upper bands are in reach
        self.year = self.pick(2000, 2023, 2024, 2025, 2025, 2026, 2028, 2100)
        self.dir_ids = self.ids(self.r.randint(1, 12), "d")
        self.silo_ids = [] if self.chance(.08) else self.ids(self.r.randint(1, 4), "s")
        data = {"year": self.year, "regulation": ref.REGULATION, "entity": self.entity(), "silos": self.silos(),
                "objectives": self.objectives(), "directions": [self.direction(i) for i in self.dir_ids],
                "executives": self.executives(), "eqHolders": self.eq_holders(), "employees": self.employees(n)}
        if not self.chance(.12):
            data["survey"] = self.survey()
        data["funds"] = self.funds(n)
        data["projects"] = self.projects(data)
        if not self.fine and self.chance(.1):
            data["objectives"] = []
        self.aim(data)
        return data

    def size(self):
        kind = self.r.random()
        if kind < .04:
            return 0
        if kind < .90:
            return self.r.randint(1, 60)
        if kind < .98:
            return self.r.randint(61, 400)
        return self.r.randint(401, 5000)

    def entity(self):
        achieved = self.chance(.8)
        rows = []
        kind = self.pick("exact", "above", "above", "below") if self.fine else self.pick("none", "zero", "exact", "below", "above", "random", "random", "random")
        if kind in ("exact", "below", "above"):
            a = self.r.randint(1, 10 ** 6)
            b = self.r.randint(1, 10 ** 6)
            collected = (a + b) * 42                      # cents; 42 % of (a+b)*100 cents
            collected += {"exact": 0, "below": -1, "above": 1}[kind]
            first = self.r.randint(0, min(collected, a * 100))
            first = max(first, collected - b * 100)
            rows = [(Decimal(first) / 100, Decimal(a)), (Decimal(collected - first) / 100, Decimal(b))]
        elif kind == "zero":
            rows = [(Decimal(0), Decimal(0))]
        elif kind == "random":
            for _ in range(self.r.randint(1, 3)):
                assessed = self.cents(1, 10 ** 9)
                top = Decimal("1.1") if self.chance(.05) else Decimal(1)
                rows.append(((assessed * top * self.r.randint(0, 100) / 100).quantize(Decimal("0.01")), assessed))
        return {"budgetBalance": {"achieved": achieved, "waiver": self.chance(.4) if not achieved else self.chance(.1)},
                "qualityOfLife": [{"source": f"classifica {k}", "position": self.pick(1, 14, 29, 30, 30, 31, 31, 39, 107), "of": 107}
                                  for k in range(self.pick(0, 1, 1, 2, 2, 3))],
                "residualCollection": [{"title": str(k + 1), "collected": self.q(c), "assessed": self.q(a)} for k, (c, a) in enumerate(rows)]}

    def silos(self):
        result = []
        for i in self.silo_ids:
            s = {"id": i, "name": f"silo {i}"}
            if self.chance(.5):
                s["achievement"] = self.q(self.percent(85 if self.fine else 0))
            result.append(s)
        return result

    def objective(self, low=0):
        o = {"achievement": self.q(self.percent(low))}
        if self.chance(.6):
            o["weight"] = self.q(self.pick(1, 2, 3, "0.5", "0.333", "12.75", "0.0000000001", self.long_decimal(0, 9) + 1))
        return o

    def objectives(self):
        result = []
        low = 95 if self.fine else self.pick(0, 60, 90)
        for i, d in enumerate(self.ids(self.r.randint(20, 40) if self.fine else self.r.randint(0, 30), "o")):
            o = {"id": d, "direction": self.dir_ids[i % len(self.dir_ids)] if self.fine else self.r.choice(self.dir_ids), "kind": self.pick("principal", "principal", "derived"), **self.objective(low)}
            if self.silo_ids and self.chance(.7):
                o["silo"] = self.r.choice(self.silo_ids)
            result.append(o)
        return result

    def indicators(self):
        if self.fine and self.chance(.7):
            return {"improved": self.r.randint(20, 400), "unchanged": self.r.randint(0, 5), "worsened": self.pick(0, 0, 1, 2), "notAssessable": 0}
        if self.chance(.1):
            return {"improved": 0, "unchanged": 0, "worsened": 0, "notAssessable": self.pick(0, 3)}
        return {"improved": self.r.randint(0, 40), "unchanged": self.r.randint(0, 5),
                "worsened": self.pick(0, 0, 1, 2, 7, 30), "notAssessable": self.r.randint(0, 3)}

    def trainee(self, mostly_good):
        of_year = 366 if ref.leap(self.year) else 365
        days = self.pick(of_year, of_year, 366, 365, 0, 1, 73, 182, 183, self.r.randint(0, 366))
        need = min(F(40 * days, of_year), F(40))
        exact = Decimal(int(need * 10 ** 6)) / 10 ** 6
        up = exact if F(exact) == need else exact + Decimal("0.000001")      # the smallest 6-decimal figure that is enough
        hours = self.pick(up, up, up + Decimal("0.5"), Decimal("40"), Decimal("60.25"))
        if F(hours) < need:
            hours = up
        if not mostly_good and self.chance(.2):
            hours = self.pick(max(up - Decimal("0.000001"), Decimal(0)), Decimal("39.99"), Decimal(0))
        s = {"hours": self.q(hours), "days": days}
        if self.chance(.3):
            s["exempt"] = self.chance(.5)
        return s

    def direction(self, i):
        top = self.pick("low", "mid", "high", "high")
        span = {"low": (0, 120), "mid": (100, 230), "high": (200, 250)}[top]
        good = self.chance(.6)
        return {
            "id": i, "name": f"direzione {i}",
            "policyAlignment": [self.q(self.pick(self.cents(*span), self.cents(*span), Decimal("2.5"), self.long_decimal(0, 2))) for _ in range(4)],
            "indicators": self.indicators(),
            "training": {"staff": [self.trainee(good) for _ in range(self.pick(0, 1, 2, 5, 12))],
                         "internalDelivery": self.q(self.pick(0, 1, 1, "0.5", "0.333333", self.cents(0, 100)))},
            "managerial": {"planning": self.q(self.pick(1, "0.73", "0.005", "0.995", self.cents(0, 100))),
                           "timeliness": self.q(self.pick(3, "2.27", "2.275", self.cents(0, 300))),
                           "eqObjectives": self.q(self.pick(1, "0.85", "0", self.cents(0, 100)))},
            "transparency": {"reported": not self.chance(.07), "findings": 0 if self.fine and self.chance(.7) else self.pick(0, 0, 0, 0, 1, 3, 4, 6, 7, 9, 10)},
            "latePayments": self.chance(.15),
        }

    def survey(self):
        """Directions below, at and above the threshold; sometimes the whole entity is below it."""
        small = self.chance(.05 if self.fine else .2)
        invited, responses = {}, []
        mood = self.pick((4, 5), (5, 5)) if self.fine else self.pick((1, 5), (3, 5), (4, 5), (5, 5))
        for d in self.dir_ids:
            if self.chance(.15):
                continue
            n = self.pick(0, 0, 1) if small else self.pick(0, 1, 3, 4, 5, 5, 6, 7, 20, 41)
            invited[d] = n + self.pick(0, 0, 1, 5, 21)
            for _ in range(n):
                responses.append({"direction": d, "answers": [self.r.randint(*mood) for _ in range(8)]})
        self.r.shuffle(responses)
        return {"invited": invited, "responses": responses}

    def executives(self):
        result = []
        holders = [d for d in self.dir_ids if not self.chance(.15)]
        self.r.shuffle(holders)
        style = self.pick("none", "some", "equal", "all")
        for i, d in zip(self.ids(len(holders), "x"), holders):
            x = {"id": i, "direction": d, "months": self.pick(12, 12, 12, 12, 0, 3, 4, 5, 6, 7, 11)}
            if self.chance(.2):
                x["extras"] = [{"label": f"voce {k}", "amount": self.money(0, 5000)} for k in range(self.r.randint(0, 2))]
            self.rank(x, style)
            result.append(x)
        return result

    def eq_holders(self):
        result = []
        low = self.pick(0, 50, 90)
        for i in self.ids(self.pick(0, 1, 2, 5, 12, 34), "q"):
            q = {"id": i, "direction": self.r.choice(self.dir_ids), "months": self.pick(12, 12, 12, 3, 4, 5, 6, 0),
                 "objectives": [self.objective(low) for _ in range(self.pick(0, 1, 2, 3, 4, 5))], "indicators": self.indicators(),
                 "behaviours": [self.q(self.pick(5, 5, 4, self.r.randint(1, 5), self.cents(100, 500))) for _ in range(6)]}
            if self.chance(.4):
                q["incentiveReduction"] = self.q(self.pick(0, "33.33", 50, 100, "12.3456789", self.cents(0, 10000)))
            result.append(q)
        return result

    def sizes(self, n):
        """How many employees each direction gets: the classes of PEN-D on the edge where n allows."""
        left, result = n, []
        if self.chance(.5):
            for d in self.dir_ids[:-1]:
                k = self.pick(0, 0, 1, 2, 5, 10, 15, 20, 21, 40, 41, 42)
                k = min(k, left)
                result += [d] * k
                left -= k
            return result + [self.dir_ids[-1]] * left
        crowd = self.r.sample(self.dir_ids, self.r.randint(1, len(self.dir_ids)))
        return [self.r.choice(crowd) for _ in range(n)]

    def target(self, bands):
        """A total in hundredths, inside the bands the direction is to use."""
        band = self.r.choice(bands)
        low, high = {"none": (0, 3000), "fifth": (3001, 3500), "fourth": (3501, 4000), "third": (4001, 4500), "second": (4501, 4750), "first": (4751, 5000)}[band]
        return self.pick(low, low, high, high, high - 1, low + 1, self.r.randint(low, high))

    def achievement_for(self, points, cents):
        """An achievement whose item, rounded, is `cents` hundredths of a point."""
        exact = F(cents, points)                       # percent
        if self.chance(.5) or cents == 0:
            text = Decimal(round(exact * 10 ** 6)) / 10 ** 6
        else:
            low = max(F(2 * cents - 1, 2 * points), F(0))
            text = Decimal(-((-low * 10 ** 12) // 1)) / 10 ** 12     # the least figure that still rounds up to it
        return min(text, Decimal(100))

    def employee(self, i, d, target):
        third = min(target, self.r.randint(0, 1000)) if self.chance(.3) else min(target, 1000)
        first = min(target - third, 1500)
        second = min(target - third - first, 2500)
        third = target - first - second
        if third > 1000:
            first = second = third = 0
        left, parts = third, []
        for k in (3, 2, 1, 0):
            part = self.r.randint(max(0, left - 250 * k), min(250, left))
            parts.append(part)
            left -= part
        two = self.chance(.3)
        def goals(points, cents):
            if cents == 0 and self.chance(.7):
                return []
            a = self.achievement_for(points, cents)
            return [{"achievement": self.q(a)}, {"achievement": self.q(a), "weight": self.q(self.pick(1, 2, "0.7"))}] if two else [{"achievement": self.q(a)}]
        e = {"id": i, "direction": d}
        if self.chance(.3):
            e["presenceDays"] = [self.pick(11, 12, 12, 13, 20, 0, 31, 22) for _ in range(12)]
        else:
            e["months"] = self.pick(12, 12, 12, 12, 12, 0, 3, 5, 5, 6, 6, 7, 11)
        e["individualObjectives"] = goals(15, first)
        e["groupObjectives"] = goals(25, second)
        e["behaviours"] = [self.q(Decimal(p) / 100) for p in parts]
        if self.chance(.03):
            e["individualObjectives"] = [self.objective() for _ in range(self.r.randint(0, 2))]
            e["groupObjectives"] = [self.objective() for _ in range(self.r.randint(0, 2))]
        if self.chance(.15):
            e["sanctions"] = [self.r.choice(SANCTIONS) for _ in range(self.pick(0, 1, 1, 1, 2, 3, 4, 7))]
        if self.chance(.3):
            e["otherIncentives"] = self.q(self.r.choice(INCENTIVES))
        return e

    def employees(self, n):
        where = self.sizes(n)
        style = {d: self.pick("none", "some", "equal", "all") for d in self.dir_ids}
        names = list(ref.SHARES)
        bands = {d: self.r.sample(names, self.pick(1, 2, 3, 4)) if self.chance(.7) else ["second", "first", "first"] for d in self.dir_ids}
        poor = {d for d in self.dir_ids if self.chance(.06)}            # directions where nobody keeps a weight
        few = {d: [self.target(bands[d]) for _ in range(2)] for d in self.dir_ids if self.chance(.5)}     # many equal totals
        result = []
        for i, d in zip(self.ids(n, "e"), where):
            target = self.r.choice(few[d]) if d in few else self.target(bands[d])
            e = self.employee(i, d, target)
            self.rank(e, style[d])
            if d in poor:
                e["otherIncentives"] = self.q("2500")
            result.append(e)
        if self.chance(.5):
            self.r.shuffle(result)
        return result

    def funds(self, n):
        zero = self.chance(.06)
        x = {"resultPay": self.q(0) if zero else self.money(500, 140000), "uplift": self.pick(self.q(0), self.q("3265.00"), self.q("3265.01"), self.q("0.01"), self.money(0, 6000))}
        if self.chance(.5):
            x["firstBandAmount"] = self.pick(self.q("7911.36"), self.money(0, 20000))
        return {"executives": x, "eqHolders": {"resultPay": self.pick(self.q(0), self.money(0, 80000), self.money(0, 80000), self.q("74551.30"), self.q("0.01"))},
                "employees": {"individual": self.pick(self.q(0), self.q("0.05"), self.money(0, 50 + 1200 * n), self.money(0, 50 + 1200 * n), self.q(n + Decimal("0.07")))}}

    def projects(self, data):
        people = sorted({p["id"] for k in ("executives", "eqHolders", "employees") for p in data[k]})
        result = []
        for i in self.ids(self.pick(0, 0, 1, 2, 4), "p"):
            k = min(len(people), self.pick(0, 1, 2, 3, 7, 60))
            who = self.r.sample(people, k)
            reported = self.cents(0, self.pick(0, 7, 100000, 5000000))
            if who and self.chance(.4):
                left, rows = int(reported * 100), []
                for j, w in enumerate(who):
                    part = left if j == k - 1 else self.r.randint(0, left) // self.pick(1, 2, 5)
                    left -= part
                    rows.append({"id": w, "amount": self.q(Decimal(part) / 100)})
            else:
                shares = [self.pick(1, 1, 1, 0, 2, "0.5", self.long_decimal(0, 3)) for _ in who]
                if not any(Decimal(s) for s in shares):
                    shares[:1] = [1][:len(shares)]
                rows = [{"id": w, "share": self.q(s)} for w, s in zip(who, shares)]
            result.append({"id": i, "name": f"progetto {i}", "funding": self.pick("own", "own", "third-party"),
                           "planned": self.money(0, 70000), "reported": self.q(reported), "beneficiaries": rows})
        return result

    # ------------------------------------------------------------ sheets put on a boundary
    def aim(self, data):
        cycle = ref.Cycle(json.loads(dumps(data), parse_float=Decimal))
        cycle.compute()
        same = self.pick(None, None, 60, 70, 80, 85, 90, 95) if self.chance(.6) else None
        for x in data["directions"]:
            if same is None and not self.chance(.6):
                continue
            s = cycle.sheets[x["id"]]
            base = s["total"] if s["total"] else sum(s["items"].values()) - sum(s["penalties"].values())
            base -= sum(s["items"][k] for k in ("SET-A", "MAN-1", "MAN-2", "MAN-3"))
            marks = [F(m) + F(self.pick(-1, 0, 0, 1), 100) if same is None else F(m) for m in (EXECUTIVE_MARKS if same is None else [same])]
            reach = [m for m in marks if 0 <= m - base <= 15]
            if reach:
                self.hand_out(x, int((self.pick(reach[-1], self.r.choice(reach)) - base) * 100))
        cycle = ref.Cycle(json.loads(dumps(data), parse_float=Decimal))
        cycle.compute()
        for q, row in zip(data["eqHolders"], cycle.eq_holders()[0]):
            need = (60 + F(self.pick(-1, 0, 0, 1), 100) - row["total"] + row["items"]["EQ-3"]) * 100
            if self.chance(.5) and 600 <= need <= 3000:
                q["behaviours"] = [self.q(Decimal(p) / 100) for p in self.parts(int(need), [(100, 500)] * 6)]

    def parts(self, cents, spans):
        """`cents` in parts, each within its span."""
        result = []
        for k, (low, high) in enumerate(spans):
            rest_low, rest_high = (sum(s[j] for s in spans[k + 1:]) for j in (0, 1))
            part = self.r.randint(max(low, cents - rest_high), min(high, cents - rest_low))
            result.append(part)
            cents -= part
        return result

    def hand_out(self, x, cents):
        p = self.parts(cents, [(0, 250)] * 4 + [(0, 100), (0, 300), (0, 100)])
        x["policyAlignment"] = [self.q(Decimal(v) / 100) for v in p[:4]]
        x["managerial"] = {k: self.q(Decimal(v) / 100) for k, v in zip(("planning", "timeliness", "eqObjectives"), p[4:])}


def dumps(x):
    """JSON with bare numbers digit by digit (the library would need floats)."""
    if isinstance(x, Raw):
        return format(x, "f")
    if isinstance(x, dict):
        return "{" + ",".join(json.dumps(k, ensure_ascii=False) + ":" + dumps(v) for k, v in x.items()) + "}"
    if isinstance(x, list):
        return "[" + ",".join(map(dumps, x)) + "]"
    return json.dumps(x, ensure_ascii=False)


def generate(seed, employees=None):
    return dumps(Generator(seed, employees).build())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="print one random valid input")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--employees", type=int)
    args = parser.parse_args()
    sys.stdout.buffer.write(generate(args.seed, args.employees).encode("utf-8") + b"\n")
