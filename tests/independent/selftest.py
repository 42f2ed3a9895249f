#!/usr/bin/env python3
"""Invariants over many seeds: `python3 selftest.py [FROM TO]`. Prints how often each trouble was met."""
import collections
import json
import sys
from decimal import Decimal as D

import random_cycles
import reference as ref


def check(data, out, seen):
    exact = lambda x: D(str(x))
    gate = out["entity"]["gate"]
    for s in out["directions"]:
        total = sum(map(D, s["items"].values())) - sum(map(D, s["penalties"].values()))
        assert D(s["total"]) == max(total, 0) <= 100, s
        seen["PEN-D %s" % s["penalties"]["PEN-D"]] += 1
        seen["staff %s bands %s" % (min(s["assessableStaff"], 42) if s["assessableStaff"] in (0, 1, 20, 21, 40, 41) else "other", s["bandsUsed"])] += 1
        seen["PEN-T %s" % s["penalties"]["PEN-T"]] += 1
    for s in out["eqHolders"] + out["employees"]:
        assert D(s["total"]) == sum(map(D, s["items"].values()))
    for name in ("executives", "eqHolders", "employees"):
        f, rows = out["funds"][name], out[name]
        assert D(f["paid"]) == sum((D(r["pay"]) for r in rows), D(0))
        assert D(f["economies"]) == D(f["available"]) - D(f["paid"])
        if name != "executives":
            assert D(f["economies"]) >= 0
        if not gate and name != "employees":
            assert D(f["paid"]) == 0 and not any(r["access"] for r in rows)
    for x in out["executives"]:
        assert D(x["pay"]) == D(x["resultPay"]) + D(x["uplift"]) + D(x["extras"])
        seen["executive at %s" % x["total"]] += D(x["total"]) in [D(m) + D(e) / 100 for m in (60, 70, 80, 90, 95) for e in (-1, 0, 1)]
        seen["band %s" % x["band"]] += 1
    assert sum(D(x["uplift"]) for x in out["executives"]) <= exact(data["funds"]["executives"]["uplift"])
    holders = sum(D(x["uplift"]) > 0 for x in out["executives"])
    assert holders <= 2
    for q in out["eqHolders"]:
        seen["EQ at exactly 60"] += D(q["total"]) == 60
    if gate and any(q["access"] for q in out["eqHolders"]) and not any(q.get("incentiveReduction") for q in data["eqHolders"]):
        assert D(out["funds"]["eqHolders"]["economies"]) == 0
    f = out["funds"]["employees"]
    assert D(f["upliftPot"]) + D(f["basePot"]) == D(f["available"])
    assert D(f["upliftPot"]) == f["upliftCount"] * D(f["upliftValue"])
    assert sum(D(e["uplift"]) > 0 for e in out["employees"]) <= f["upliftCount"]
    assert f["heads"] == sum(e["entitled"] for e in out["employees"])
    dead = {w["id"] for w in out["warnings"] if w["code"] == "budget-without-recipients"}
    base = collections.Counter()
    for e, i in zip(out["employees"], data["employees"]):
        base[i["direction"]] += D(e["base"])
        seen["employee at %s" % e["total"]] += D(e["total"]) in [D(m) + D(x) / 100 for m in (30, 35, 40, 45, D("47.5")) for x in (-1, 0, 1)]
        if not (e["entitled"] and e["positive"]):
            assert D(e["pay"]) == 0
    if f["heads"] and not dead:
        assert sum(base.values(), D(0)) == D(f["basePot"])
    for d in dead:
        assert base[d] == 0
    for p in out["projects"]["list"]:
        if p["beneficiaries"]:
            assert sum(D(a["amount"]) for a in p["amounts"]) == D(p["reported"])
    assert D(out["projects"]["total"]["reported"]) == D(out["projects"]["own"]["reported"]) + D(out["projects"]["thirdParty"]["reported"])
    w = [(x["code"], x["id"]) for x in out["warnings"]]
    assert w == sorted(set(w))
    for x in w:
        seen["warning " + x[0]] += 1
    for t in out["openDecisions"]:
        seen["tie " + t["id"][:5]] += 1
        assert t["persons"] == sorted(t["persons"]) and len(t["persons"]) > 1
    for r in out["readings"]:
        seen["reading " + r] += 1
    seen["gate closed"] += not gate
    seen["no employees"] += not out["employees"]
    seen["rate 42.00"] += out["entity"]["residualCollectionRate"] == "42.00"
    seen["derived first band 0"] += "firstBandAmount" not in data["funds"]["executives"] and D(out["funds"]["executives"]["firstBandAmount"]) == 0


def valid(data):
    """The ranges of the contract."""
    def within(x, low, high):
        assert low <= D(str(x)) <= high, x
    for k in ("silos", "objectives", "directions", "executives", "eqHolders", "employees", "projects"):
        ids = [x["id"] for x in data[k]]
        assert len(ids) == len(set(ids)) and all(ids), k
    dirs, silos = {x["id"] for x in data["directions"]}, {x["id"] for x in data["silos"]}
    assert len({x["direction"] for x in data["executives"]}) == len(data["executives"])
    for x in data["directions"]:
        for v in x["policyAlignment"]:
            within(v, 0, D("2.5"))
        for v, m in zip(x["managerial"].values(), (1, 3, 1)):
            within(v, 0, m)
        within(x["training"]["internalDelivery"], 0, 1)
        for s in x["training"]["staff"]:
            within(s["days"], 0, 366)
            within(s["hours"], 0, 10 ** 4)
    for o in data["objectives"]:
        assert o["direction"] in dirs and o.get("silo") in silos | {None}
    goals = list(data["objectives"])
    for q in data["eqHolders"]:
        assert q["direction"] in dirs and len(q["objectives"]) <= 5
        goals += q["objectives"]
        for b in q["behaviours"]:
            within(b, 1, 5)
    for e in data["employees"]:
        assert e["direction"] in dirs and len(e["individualObjectives"]) <= 2 and len(e["groupObjectives"]) <= 2
        goals += e["individualObjectives"] + e["groupObjectives"]
        for b in e["behaviours"]:
            within(b, 0, D("2.5"))
    for o in goals:
        within(o["achievement"], 0, 100)
        assert D(str(o.get("weight", 1))) > 0
    if "survey" in data:
        n = collections.Counter(r["direction"] for r in data["survey"]["responses"])
        assert set(data["survey"]["invited"]) <= dirs and all(c <= data["survey"]["invited"].get(d, 0) for d, c in n.items())
    for p in data["projects"]:
        b = p["beneficiaries"]
        assert len({x["id"] for x in b}) == len(b)
        assert not b or ("amount" in b[0] or any(D(str(x["share"])) for x in b))


if __name__ == "__main__":
    low, high = (int(a) for a in sys.argv[1:3]) if len(sys.argv) > 2 else (0, 200)
    seen = collections.Counter()
    for seed in range(low, high + 1):
        raw = random_cycles.generate(seed)
        data = ref.load(raw)
        try:
            valid(data)
            check(data, json.loads(json.dumps(ref.compute(data))), seen)
        except Exception:
            print("seed", seed)
            raise
    for k, v in sorted(seen.items()):
        print(f"{v:7} {k}")
    print("all well:", high - low + 1, "cycles")
