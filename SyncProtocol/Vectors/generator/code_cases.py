"""Record codes: section 12 of SPEC.md."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def digits(number):
    shown = ALPHABET[number % 32]
    while number >= 32:
        number //= 32
        shown = ALPHABET[number % 32] + shown
    return shown


def check(shown):
    remainder = 0
    for digit in shown:
        remainder = (remainder ^ ALPHABET.index(digit)) * 2
        if remainder >= 32:
            remainder ^= 0b100101
    return ALPHABET[remainder]


def code_cases():
    cases = []
    for letter, replica, number, typed in (
        ("P", 0, 1, "p000001j"), ("H", 300, 1, None), ("H", 2**24 - 1, 2**39, None),
        ("R", 4096, 33, None), ("V", 9_000_000, 1023, None), ("A", 5, 7, None),
        ("S", 6, 8, None), ("T", 7, 9, None), ("M", 8, 10, None),
        ("C", 9, 11, None), ("B", 10, 12, None), ("K", 11, 13, None), ("Q", 12, 14, None),
        ("F", 13, 15, None), ("J", 14, 16, None), ("D", 15, 17, None), ("W", 16, 18, None),
        ("X", 0, 19, None), ("G", 0, 20, None),
    ):
        head, tail = digits(replica).rjust(5, "0"), digits(number)
        last = check(letter + head + tail)
        code = f"{letter}-{head}-{tail}-{last}"
        cases.append({
            "name": code, "letter": letter, "replica": replica, "number": str(number),
            "typed": typed or f" {code.lower()} ".replace("0", "o").replace("1", "l"),
            "expect": {"code": code}})
    return cases
