#!/usr/bin/env python3
"""Learns the trees of src/NewsDesk.Wire/Reading/Judging/Forest.txt from pages whose true text is known.

    learn.py TRAITS TRUTH FOREST     TRAITS as TraitTable wrote it, TRUTH the set's truth.jsonl; writes FOREST

Only the tuning part is learned from: pages whose id's SHA-1 does not end, modulo ten, in 7, 8 or 9. The rest is held out, so that
figures on it tell what unseen pages give. A block counts as article if half of its runs of four words stand in the true text, each
place used once; a block of up to three words, if it stands between the places of its neighbours. A block weighs what its words do to
its page's F1. Only the traits that say most are used. Needs numpy and scikit-learn.
"""
import collections
import hashlib
import json
import re
import sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

WORD = re.compile(r"\w+")
TREES, LEAVES, RATE, TRAITS = 80, 12, 0.12, 110


def held_out(page_id):
    return int(hashlib.sha1(page_id.encode()).hexdigest(), 16) % 10 >= 7


def label(blocks, truth):
    """How much of each block stands in the truth."""
    true = WORD.findall(truth.lower())
    words = [WORD.findall(block.lower()) for block in blocks]
    places = {size: collections.defaultdict(list) for size in (1, 2, 3, 4)}
    for size, found in places.items():
        for at in range(len(true) - size + 1):
            found[tuple(true[at:at + size])].append(at)
    used, labels, spans = np.zeros(len(true) + 1, bool), np.zeros(len(words)), [None] * len(words)
    for i, block in enumerate(words):
        if len(block) < 4:
            continue
        starts = []
        for j in range(len(block) - 3):
            free = [at for at in places[4].get(tuple(block[j:j + 4]), ()) if not used[at]]
            if free:
                starts.append(free[0] - j)
        if len(starts) * 2 >= len(block) - 3:
            start = int(np.median(starts))
            labels[i], spans[i] = len(starts) / (len(block) - 3), (start, start + len(block))
            used[max(0, start):start + len(block)] = True
    following = [len(true)] * (len(words) + 1)
    for i in range(len(words) - 1, -1, -1):
        following[i] = spans[i][0] if spans[i] else following[i + 1]
    before = 0
    for i, block in enumerate(words):
        if spans[i]:
            before = max(before, spans[i][1])
        elif 1 <= len(block) <= 3:
            low = before - 3 if before else max(0, following[i + 1] - 60)
            high = max(following[i + 1], before) + 3
            found = [at for at in places[len(block)].get(tuple(block), ()) if low <= at <= high and not used[at]]
            if found:
                labels[i], used[found[0]:found[0] + len(block)] = 1, True
    return labels, len(true)


def load(traits, truth_file):
    names = open(traits + ".names", encoding="utf-8").read().split("\n")
    table = np.fromfile(traits + ".f32", dtype=np.float32).reshape(-1, len(names))
    truth = {row["id"]: row for row in map(json.loads, open(truth_file, encoding="utf-8"))}
    labels, weights, tuning = [], [], []
    for page in map(json.loads, open(traits + ".jsonl", encoding="utf-8")):
        row = truth[page["id"]]
        found, total = label(page["blocks"], row.get("main_content") or "")
        weight = np.minimum((np.array(page["words"]) + 0.5) / max(total, 80), 0.3)
        weight *= min(1, 3 / weight.sum()) if weight.sum() > 0 else 1
        labels.append(found >= 0.5)
        weights.append(weight * (1.5 if row["type"] == "article" else 1))
        tuning.append(np.full(len(found), not held_out(page["id"])))
    weights = np.concatenate(weights)
    return names, table, np.concatenate(labels), weights * len(weights) / weights.sum(), np.concatenate(tuning)


def fit(table, labels, weights, rows, trees, leaves, rate):
    model = HistGradientBoostingClassifier(max_iter=trees, max_leaf_nodes=leaves, learning_rate=rate, min_samples_leaf=100,
                                           l2_regularization=5, max_bins=128, random_state=0)
    return model.fit(table[rows], labels[rows], sample_weight=weights[rows])


def by_gain(model, count):
    gains = np.zeros(count)
    for (tree,) in model._predictors:
        splits = tree.nodes[tree.nodes["is_leaf"] == 0]
        np.add.at(gains, splits["feature_idx"], splits["gain"])
    return np.argsort(-gains)


def lines(model, names):
    """The model's start and trees as the table writes them."""
    yield "%.4f" % float(np.ravel(model._baseline_prediction)[0])
    for (tree,) in model._predictors:
        words = []

        def grow(at):
            node = tree.nodes[at]
            if node["is_leaf"]:
                words.append("%.3g" % node["value"])
                return
            words.append("%s<=%.5g" % (names[node["feature_idx"]], node["num_threshold"]))
            grow(node["left"])
            grow(node["right"])

        grow(0)
        yield " ".join(words)


def main():
    traits, truth, forest = sys.argv[1:]
    names, table, labels, weights, tuning = load(traits, truth)
    # Rows of little weight are thinned out, and those left carry the weight of the others.
    chance = np.minimum(1, weights / np.median(weights[weights > 0]) + 0.15)

    rows = tuning & (np.random.default_rng(1).random(len(weights)) < chance)
    quick = fit(table, labels, weights / chance, rows, 40, 16, 0.15)
    chosen = np.sort(by_gain(quick, len(names))[:TRAITS])
    model = fit(np.ascontiguousarray(table[:, chosen]), labels, weights / chance, rows, TREES, LEAVES, RATE)
    with open(forest, "w", encoding="utf-8") as out:
        out.write("# One tree a line; Forest.cs says how to read it. Written by tests/NewsDesk.Benchmarks/Reading/learn.py.\n")
        out.writelines(line + "\n" for line in lines(model, [names[i] for i in chosen]))


if __name__ == "__main__":
    main()
