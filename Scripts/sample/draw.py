"""Stable chance: every draw is a hash of the seed and the draw's own key, so that adding one draw moves no other."""

import hashlib

SEED = "clauseindex-sample-1"


def unit(*key):
    """A number in 0..<1 for the key."""
    text = "\x1f".join([SEED, *map(str, key)])
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:7], "big") / 2**56


def chance(probability, *key):
    return unit(*key) < probability


def whole(low, high, *key):
    """A whole number from low to high, both included."""
    return low + int(unit(*key) * (high - low + 1))


def pick(items, *key):
    return items[int(unit(*key) * len(items))]


def weighted(pairs, *key):
    """An item of (item, weight) pairs."""
    at = unit(*key) * sum(weight for _, weight in pairs)
    for item, weight in pairs:
        at -= weight
        if at < 0:
            return item
    return pairs[-1][0]


def shuffled(items, *key):
    """The items (of distinct text) in a drawn order."""
    return sorted(items, key=lambda item: unit(*key, item))
