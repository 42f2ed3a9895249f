#!/usr/bin/env python3
"""Independent reference of the pay/performance core: `python3 reference.py < input.json > output.json`.

Written from the rules page and the contract page only. Valid input is assumed. Exact fractions throughout;
rounding (half-up) only where the rules say so. Every function names the rule ids it carries out.
"""
import json
import sys
from decimal import Decimal
from fractions import Fraction as F

# ---------------------------------------------------------------- regulation `cremona-2025`
REGULATION = "cremona-2025"
ENT_A_POINTS, ENT_A_POSITION = 5, 30
ENT_B_POINTS, ENT_B_RATE = 5, F(42, 100)
ENT_MAX = 10
SET_B1, SET_B2, SET_C, SET_D1, SET_D2 = 25, 25, 15, 3, 2
INDICATOR_WEIGHTS = {"improved": 1, "unchanged": 1, "worsened": 0}   # `notAssessable` is left out
TRAINING_HOURS = 40
QUESTIONS, SURVEY_THRESHOLD = 8, 5
PEN_T = [(0, 0), (3, 2), (6, 4), (9, 5)]                             # (findings up to, points)
PEN_T_WORST = 10                                                     # above the last row, or not reported
PEN_D = [(20, {1: 5, 2: 2}), (40, {1: 5, 2: 3}), (None, {1: 5, 2: 4, 3: 3})]   # (staff up to, {bands: points})
PEN_D_MIN_STAFF = 2
BANDS = [(60, "none"), (70, "fifth"), (80, "fourth"), (90, "third"), (95, "second"), (100, "first")]  # upper bound included
SHARES = {"none": F(0), "fifth": F(70, 100), "fourth": F(75, 100), "third": F(80, 100), "second": F(90, 100), "first": F(1)}
ACCESS_POINTS, ACCESS_MONTHS = 60, 4
LATE_PAYMENT_FACTOR = F(70, 100)
UPL_E_PLACES = 2
EQ_1A, EQ_1B, EQ_2A, EQ_2B = 5, 5, 50, 10
EQ_1B_BASE = SET_B1 + SET_B2 + SET_C
EMP_1, EMP_2, EMP_MAX, EMP_POSITIVE = 15, 25, 50, 30
EMP_MONTHS, EMP_MONTH_DAYS = 6, 12
UPL_V_RATE, UPL_K_RATE = F(33, 100), F(10, 100)
SANCTIONS = {"written-reprimand": F(10, 100), "fine": F(15, 100), "suspension-to-10-days": F(20, 100),
             "suspension-to-1-month": F(25, 100), "suspension-over-1-month": F(30, 100)}
BAL_HALF, BAL_NOTHING = 1750, 2500
BAL_GAP = (2499, 2500)                                               # strictly between: only the reading decides


# ---------------------------------------------------------------- figures
def num(x):
    """The exact decimal written in the input, as a fraction."""
    return F(x) if isinstance(x, (int, F)) else F(Decimal(x))


def half_up(x, decimals=0):
    """Half-up rounding, away from zero (section 0)."""
    scale = 10 ** decimals
    units = (abs(x) * scale + F(1, 2)) // 1
    return F(units if x >= 0 else -units, scale)


def r2(x):
    return half_up(x, 2)


def floor_cent(x):
    return F((x * 100) // 1, 100)


def text(x, decimals=2):
    """Exactly `decimals` decimals; null stays null."""
    if x is None:
        return None
    units = int(half_up(x, decimals) * 10 ** decimals)
    digits = str(abs(units)).rjust(decimals + 1, "0")
    return ("-" if units < 0 else "") + digits[:-decimals] + "." + digits[-decimals:]


def ratio(a, b):
    """a / b; nothing to divide by: 0."""
    return F(a) / b if b else F(0)


def weighted_mean(objectives):
    """Weighted mean achievement, 0-100; None without objectives."""
    if not objectives:
        return None
    weights = [num(o.get("weight", 1)) for o in objectives]
    return sum(num(o["achievement"]) * w for o, w in zip(objectives, weights)) / sum(weights)


def largest_remainder(quotas, total):
    """Whole units: {id: quota} floored, then one each to the largest remainders up to `total`; ties by id."""
    parts = {k: q // 1 for k, q in quotas.items()}
    missing = total - sum(parts.values())
    for k in sorted(quotas, key=lambda k: (parts[k] - quotas[k], k))[:missing]:
        parts[k] += 1
    return parts


def split(pot, weights):
    """No cent lost (section 0): the pot over {id: weight}; nobody with a weight -> all 0."""
    total = sum(weights.values())
    if not total:
        return {k: F(0) for k in weights}
    cents = int(pot * 100)
    units = largest_remainder({k: cents * w / total for k, w in weights.items()}, cents)
    return {k: F(u, 100) for k, u in units.items()}


def band_of(percent):
    """BAND-E, also used on total/50 x 100 for employees (section 6); 0 is `none`."""
    return next(name for upper, name in BANDS if percent <= upper)


def winners(candidates, places):
    """Ties at a cut (section 6). candidates: (id, total, rank or None).
    Returns (ids who hold a place, tied ids sorted, whether equal totals met at the cut)."""
    def key(c):
        return (-c[1], c[2] is None, c[2] or 0)
    order = sorted(candidates, key=key)
    if places <= 0 or len(order) <= places:
        return [c[0] for c in order[:max(places, 0)]], [], False
    last, first_out = order[places - 1], order[places]
    if key(last) == key(first_out):
        ahead = [c[0] for c in order if key(c) < key(last)]
        return ahead, sorted(c[0] for c in order if key(c) == key(last)), True
    return [c[0] for c in order[:places]], [], last[1] == first_out[1]


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


# ---------------------------------------------------------------- the cycle
class Cycle:
    def __init__(self, data):
        self.d = data
        self.warned, self.decided, self.readings = set(), {}, set()

    def warn(self, code, who):
        self.warned.add((code, who))

    # ---- section 1
    def gate(self):
        """GATE-1"""
        b = self.d["entity"]["budgetBalance"]
        is_open = b["achieved"] or b["waiver"]
        if not is_open:
            self.readings.add("GATE-1")
        return is_open

    def entity(self):
        """ENT-A, ENT-B, entity total"""
        e = self.d["entity"]
        a = F(ENT_A_POINTS if any(num(q["position"]) <= ENT_A_POSITION for q in e["qualityOfLife"]) else 0)
        rows = e["residualCollection"]
        assessed = sum(num(r["assessed"]) for r in rows)
        rate = ratio(sum(num(r["collected"]) for r in rows), assessed)
        b = F(ENT_B_POINTS if assessed and rate >= ENT_B_RATE else 0)
        return {"gate": self.open, "qualityOfLife": a, "residualCollection": b, "residualCollectionRate": rate * 100, "total": a + b}

    # ---- section 2
    def silos(self):
        """A silo's achievement: the given one, else the weighted mean of all its objectives, not rounded."""
        inside = {}
        for o in self.d["objectives"]:
            inside.setdefault(o.get("silo"), []).append(o)
        result = []
        for s in self.d["silos"]:
            value = num(s["achievement"]) if s.get("achievement") is not None else weighted_mean(inside.get(s["id"]))
            if value is None:
                self.warn("no-objectives", s["id"])
            result.append((s["id"], value or F(0)))
        return result

    def points_of_objectives(self, points, objectives, who):
        """SET-B1, EQ-2A, EMP-1, EMP-2: points x weighted mean; none: 0 and a warning."""
        mean = weighted_mean(objectives)
        if mean is None:
            self.warn("no-objectives", who)
            return F(0)
        return r2(points * mean / 100)

    def set_b2(self):
        """SET-B2: plain mean of the silos."""
        values = [v for _, v in self.silo_values]
        return r2(SET_B2 * ratio(sum(values), len(values)) / 100)

    def points_of_indicators(self, points, indicators, who):
        """SET-C, EQ-2B"""
        self.readings.add("SET-C")
        n = sum(num(indicators[k]) for k in INDICATOR_WEIGHTS)
        if not n:
            self.warn("no-assessable-indicator", who)
            return F(0)
        return r2(points * sum(num(indicators[k]) * w for k, w in INDICATOR_WEIGHTS.items()) / n)

    def set_d1(self, staff):
        """SET-D1, all or nothing; nobody left: full points."""
        days_of_year = 366 if leap(int(num(self.d["year"]))) else 365
        counted = [s for s in staff if not s.get("exempt", False)]
        if counted:
            self.readings.add("SET-D1")
        reached = all(num(s["hours"]) >= min(TRAINING_HOURS * num(s["days"]) / days_of_year, TRAINING_HOURS) for s in counted)
        return F(SET_D1 if reached else 0)

    def pen_t(self, t):
        """PEN-T"""
        if not t["reported"]:
            return F(PEN_T_WORST)
        return F(next((points for upper, points in PEN_T if num(t["findings"]) <= upper), PEN_T_WORST))

    def pen_d(self, staff, bands):
        """PEN-D: 0 or 1 staff: not applicable; 41 is in the third class."""
        self.readings.add("PEN-D")
        if staff < PEN_D_MIN_STAFF:
            return F(0)
        table = next(t for upper, t in PEN_D if upper is None or staff <= upper)
        return F(table.get(bands, 0))

    def sheet(self, x):
        """The sheet of a direction: items, penalties, total."""
        who = x["id"]
        m = x["managerial"]
        items = {
            "ENT": self.ent["total"],
            "SET-A": r2(sum(num(f) for f in x["policyAlignment"])),
            "SET-B1": self.points_of_objectives(SET_B1, self.principal.get(who), who),
            "SET-B2": self.b2,
            "SET-C": self.points_of_indicators(SET_C, x["indicators"], who),
            "SET-D1": self.set_d1(x["training"]["staff"]),
            "SET-D2": r2(SET_D2 * num(x["training"]["internalDelivery"])),
            "MAN-1": r2(num(m["planning"])), "MAN-2": r2(num(m["timeliness"])), "MAN-3": r2(num(m["eqObjectives"])),
            "MAN-4": self.man_4[who],
        }
        staff = self.by_direction[who]
        bands = len({p["band"] for p in staff})
        penalties = {"PEN-T": self.pen_t(x["transparency"]), "PEN-D": self.pen_d(len(staff), bands)}
        total = max(sum(items.values()) - sum(penalties.values()), F(0))
        return {"id": who, "items": items, "penalties": penalties, "assessableStaff": len(staff), "bandsUsed": bands, "total": total}

    def first_band_amount(self, fund):
        """PAY-E: given, or derived and floored to the cent, never below 0."""
        if fund.get("firstBandAmount") is not None:
            return num(fund["firstBandAmount"])
        left = num(fund["resultPay"]) - num(fund["uplift"]) - sum(extras_of(x) for x in self.d["executives"])
        years = sum(num(x["months"]) for x in self.d["executives"] if num(x["months"]) >= ACCESS_MONTHS) / F(12)
        return max(floor_cent(ratio(left, years)), F(0))

    def uplift_of_executives(self, rows, pot):
        """UPL-E: half of the pot to each of two places; an empty place stays in the fund."""
        ids, tied, met = winners([(r["id"], r["total"], r["rank"]) for r in rows if r["access"]], UPL_E_PLACES)
        if met:
            self.readings.add("UPL-E")
        if tied:
            self.decided["UPL-E"] = tied
        if len(ids) == UPL_E_PLACES:
            return split(pot, {i: F(1) for i in ids})
        return {i: r2(pot / UPL_E_PLACES) for i in ids}      # one holder: half the pot, rounded to the cent

    def executives(self):
        """Access, BAND-E, PAY-E, PEN-P, UPL-E, EXT-E"""
        fund = self.d["funds"]["executives"]
        first = self.first_band_amount(fund)
        late = {x["id"]: x["latePayments"] for x in self.d["directions"]}
        rows = []
        for x in self.d["executives"]:
            total, months = self.sheets[x["direction"]]["total"], num(x["months"])
            if total == ACCESS_POINTS:
                self.warn("exactly-at-access-threshold", x["id"])
                self.readings.add("BAND-E")
            access = bool(self.open and total > ACCESS_POINTS and months >= ACCESS_MONTHS)
            band = band_of(total) if access else "none"
            pay = r2(first * SHARES[band] * months / 12 * (LATE_PAYMENT_FACTOR if late[x["direction"]] else 1))
            rows.append({"id": x["id"], "direction": x["direction"], "total": total, "access": access, "band": band,
                         "resultPay": pay, "extras": extras_of(x) if self.open else F(0), "rank": rank_of(x)})
        uplift = self.uplift_of_executives(rows, num(fund["uplift"]))
        for r in rows:
            r["uplift"] = uplift.get(r["id"], F(0))
            r["pay"] = r["resultPay"] + r["uplift"] + r["extras"]
        available, paid = num(fund["resultPay"]), sum((r["pay"] for r in rows), F(0))
        if paid > available:
            self.warn("fund-exceeded", "executives")
        return rows, {"available": available, "firstBandAmount": first, "paid": paid, "economies": available - paid}

    # ---- section 3
    def survey(self):
        """SUR-1, SUR-2, SUR-3, MAN-4: the published figures and the points of each direction."""
        s = self.d.get("survey") or {"invited": {}, "responses": []}
        answers = {x["id"]: [] for x in self.d["directions"]}
        for r in s["responses"]:
            answers[r["direction"]].append([num(a) for a in r["answers"]])
        pooled = [r for rows in answers.values() for r in rows]
        overall = survey_figures(sum(num(v) for v in s["invited"].values()), pooled)
        if overall["mean"] is None:
            self.warn("no-survey", "entity")
            self.readings.add("SUR-3")
        directions = []
        for i, rows in answers.items():
            figures = survey_figures(num(s["invited"].get(i, 0)), rows)
            directions.append({"id": i, **figures})
            if overall["mean"] is None:
                self.man_4[i] = F(0)
                continue
            self.readings.add("MAN-4")
            if figures["mean"] is None:
                self.warn("survey-below-threshold", i)
                self.readings.add("SUR-3")
            self.man_4[i] = r2(overall["mean"] if figures["mean"] is None else figures["mean"])
        return {"overall": overall, "directions": directions}

    # ---- section 4
    def eq_holders(self):
        """EQ-1A, EQ-1B, EQ-2A, EQ-2B, EQ-3, PAY-Q"""
        rows, weights = [], {}
        for q in self.d["eqHolders"]:
            s = self.sheets[q["direction"]]["items"]
            self.readings.add("EQ-1B")
            items = {
                "EQ-1A": r2(EQ_1A * self.ent["total"] / ENT_MAX),
                "EQ-1B": r2(EQ_1B * (s["SET-B1"] + s["SET-B2"] + s["SET-C"]) / EQ_1B_BASE),
                "EQ-2A": self.points_of_objectives(EQ_2A, q["objectives"], q["id"]),
                "EQ-2B": self.points_of_indicators(EQ_2B, q["indicators"], q["id"]),
                "EQ-3": r2(sum(num(b) for b in q["behaviours"])),
            }
            total, months = sum(items.values()), num(q["months"])
            access = bool(self.open and total >= ACCESS_POINTS and months >= ACCESS_MONTHS)
            if access:
                weights[q["id"]] = total * months / 12
            rows.append({"id": q["id"], "items": items, "total": total, "access": access})
        pot = num(self.d["funds"]["eqHolders"]["resultPay"])
        shares = split(pot, weights)
        for r, q in zip(rows, self.d["eqHolders"]):
            r["pay"] = r2(shares.get(r["id"], F(0)) * (1 - num(q.get("incentiveReduction", 0)) / 100))
        paid = sum((r["pay"] for r in rows), F(0))
        return rows, {"available": pot, "coefficient": ratio(pot, sum(weights.values())), "paid": paid, "economies": pot - paid}

    # ---- section 5
    def employee_sheets(self):
        """EMP-1, EMP-2, EMP-3, months, entitled, positive, band"""
        rows = []
        for e in self.d["employees"]:
            items = {
                "EMP-1": self.points_of_objectives(EMP_1, e["individualObjectives"], e["id"]),
                "EMP-2": self.points_of_objectives(EMP_2, e["groupObjectives"], e["id"]),
                "EMP-3": r2(sum(num(b) for b in e["behaviours"])),
            }
            total, months = sum(items.values()), months_of(e)
            rows.append({"id": e["id"], "direction": e["direction"], "items": items, "total": total, "months": months,
                         "entitled": months >= EMP_MONTHS, "positive": total >= EMP_POSITIVE,
                         "band": band_of(total / EMP_MAX * 100), "rank": rank_of(e), "input": e})
        return rows

    def weight_of_employee(self, p):
        """PAY-M weight with SAN-1 and BAL-1"""
        sanctions = p["input"].get("sanctions", [])
        if len(sanctions) > 1:
            self.readings.add("SAN-1")
        kept = 1 - min(sum((SANCTIONS[s] for s in sanctions), F(0)), 1)
        other = num(p["input"].get("otherIncentives", 0))
        if BAL_GAP[0] < other < BAL_GAP[1]:
            self.readings.add("BAL-1")
        balancing = F(0) if other >= BAL_NOTHING else F(1, 2) if other >= BAL_HALF else F(1)
        return p["total"] * p["months"] / 12 * kept * balancing

    def employees_fund(self):
        """EMP-M, UPL-V, UPL-K, UPL-W, EMP-B, EMP-S, PAY-M"""
        pot = num(self.d["funds"]["employees"]["individual"])
        heads = {i: sum(p["entitled"] for p in staff) for i, staff in self.by_direction.items()}
        n = sum(heads.values())
        mean = ratio(pot, n)
        value = UPL_V_RATE * mean // 1
        count = int(half_up(UPL_K_RATE * n))
        if count > UPL_K_RATE * n:
            self.warn("uplift-over-ten-percent", "entity")
        places = largest_remainder({i: UPL_K_RATE * h for i, h in heads.items()}, count)
        base_pot = pot - count * value
        budgets = split(base_pot, {i: F(h) for i, h in heads.items()})
        paid = F(0)
        for i, staff in self.by_direction.items():
            rightful = [p for p in staff if p["entitled"] and p["positive"]]
            ids, tied, met = winners([(p["id"], p["total"], p["rank"]) for p in rightful], places[i])
            if met:
                self.readings.add("UPL-W")
            if tied:
                self.decided["UPL-W:" + i] = tied
            weights = {p["id"]: self.weight_of_employee(p) for p in rightful}
            base = split(budgets[i], weights)
            if budgets[i] and not sum(weights.values()):
                self.warn("budget-without-recipients", i)
            holders = set(ids)
            for p in staff:
                p["base"] = base.get(p["id"], F(0))
                p["uplift"] = F(value if p["id"] in holders else 0)
                p["pay"] = p["base"] + p["uplift"]
                paid += p["pay"]
        mean_base = ratio(base_pot, n)
        return {"available": pot, "heads": n, "positive": sum(p["entitled"] and p["positive"] for p in self.staff),
                "meanPerHead": mean, "upliftValue": F(value), "upliftCount": count, "upliftPot": F(count * value),
                "basePot": base_pot, "meanBase": mean_base, "meanWithUplift": mean_base + value if n else F(0),
                "paid": paid, "economies": pot - paid}

    def projects(self):
        """Section 5.2: amounts given, or the reported money split by shares."""
        listed = []
        sums = {f: {"planned": F(0), "reported": F(0)} for f in ("own", "third-party", "total")}
        for p in self.d["projects"]:
            planned, reported, people = num(p["planned"]), num(p["reported"]), p["beneficiaries"]
            if any("amount" in b for b in people):
                amounts = {b["id"]: num(b["amount"]) for b in people}
            else:
                amounts = split(reported, {b["id"]: num(b["share"]) for b in people})
            for f in (p["funding"], "total"):
                sums[f]["planned"] += planned
                sums[f]["reported"] += reported
            listed.append({"id": p["id"], "planned": planned, "reported": reported, "beneficiaries": len(people),
                           "max": max(amounts.values(), default=None), "min": min(amounts.values(), default=None),
                           "amounts": [{"id": b["id"], "amount": amounts[b["id"]]} for b in people]})
        return {"list": listed, "own": sums["own"], "thirdParty": sums["third-party"], "total": sums["total"]}

    # ---- everything
    def compute(self):
        d = self.d
        self.open = bool(self.gate())
        self.ent = self.entity()
        self.silo_values = self.silos()
        self.b2 = self.set_b2()
        self.principal = {}
        for o in d["objectives"]:
            if o["kind"] == "principal":
                self.principal.setdefault(o["direction"], []).append(o)
        self.man_4 = {}
        survey = self.survey()
        self.staff = self.employee_sheets()
        self.by_direction = {x["id"]: [] for x in d["directions"]}
        for p in self.staff:
            self.by_direction[p["direction"]].append(p)
        self.sheets = {x["id"]: self.sheet(x) for x in d["directions"]}
        executives, fund_x = self.executives()
        eq, fund_q = self.eq_holders()
        fund_e = self.employees_fund()
        result = {
            "year": int(num(d["year"])), "regulation": REGULATION, "entity": self.ent,
            "silos": [{"id": i, "achievement": v} for i, v in self.silo_values],
            "survey": survey, "directions": [self.sheets[x["id"]] for x in d["directions"]],
            "executives": [pick(r, "id direction total access band resultPay uplift extras pay") for r in executives],
            "eqHolders": eq,
            "employees": [pick(p, "id items total months entitled positive band base uplift pay") for p in self.staff],
            "funds": {"executives": fund_x, "eqHolders": fund_q, "employees": fund_e},
            "projects": self.projects(),
        }
        result["funds"]["eqHolders"] = {**fund_q, "coefficient": text(fund_q["coefficient"], 4)}
        result = shown(result)
        result["readings"] = sorted(self.readings)
        result["warnings"] = [{"code": c, "id": i} for c, i in sorted(self.warned)]
        result["openDecisions"] = [{"code": "tie", "id": i, "persons": self.decided[i]} for i in sorted(self.decided)]
        return result


# ---------------------------------------------------------------- small helpers
def extras_of(x):
    """EXT-E"""
    return sum((num(e["amount"]) for e in x.get("extras", [])), F(0))


def rank_of(x):
    return num(x["tieBreakRank"]) if x.get("tieBreakRank") is not None else None


def months_of(e):
    """Months of service: given, or the months with at least 12 days of presence."""
    if "presenceDays" in e:
        return sum(num(days) >= EMP_MONTH_DAYS for days in e["presenceDays"])
    return int(num(e["months"]))


def survey_figures(invited, rows):
    """SUR-2 of one group of responses; SUR-3: null below the threshold."""
    n = len(rows)
    enough = n >= SURVEY_THRESHOLD
    means = [F(sum(r[k] for r in rows)) / n for k in range(QUESTIONS)] if enough else None
    return {"invited": int(invited), "responses": n, "participation": 100 * F(n) / invited if invited else None,
            "questionMeans": means, "mean": sum(means) / QUESTIONS if enough else None}


def pick(row, names):
    return {k: row[k] for k in names.split()}


def shown(x):
    """Fractions become strings with 2 decimals; the rest stays."""
    if isinstance(x, F):
        return text(x)
    if isinstance(x, dict):
        return {k: shown(v) for k, v in x.items()}
    if isinstance(x, list):
        return [shown(v) for v in x]
    return x


def load(raw):
    return json.loads(raw, parse_float=Decimal)


def compute(data):
    return Cycle(data).compute()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(compute(load(sys.stdin.buffer.read().decode("utf-8"))), indent=1) + "\n")
