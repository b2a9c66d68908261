from random import Random

from challenges.toolkit.draws import demand
from webapp.domain.responses import Number
from webapp.domain.variant import Variant


def generate(rng: Random) -> Variant:
    """Six assignments on two variables; each line reads what the ones before have written."""
    stock, till = rng.randint(20, 40), rng.randint(5, 15)
    sold, price = rng.randint(6, 15), rng.choice((2, 3))
    bought, fee = rng.randint(4, 12), rng.randint(2, 9)
    program = (
        f"stock ← {stock}",
        f"caisse ← {till}",
        f"stock ← stock − {sold}",
        f"caisse ← caisse + {price} × stock",
        f"stock ← stock + {bought}",
        f"caisse ← caisse − stock − {fee}",
    )
    left = stock - sold
    earned = till + price * left
    end_stock, end_till = left + bought, earned - left - bought - fee
    trace = ((stock, "?"), (stock, till), (left, till), (left, earned), (end_stock, earned),
             (end_stock, end_till))  # fmt: skip
    by_stock = {
        "old_value": stock + bought,
        "other_variable": end_till,
        "last_line_skipped": left,
    }
    by_till = {
        "old_value": till + price * stock - (stock + bought) - fee,
        "other_variable": end_stock,
        "last_line_skipped": earned,
    }
    asks_stock = rng.random() < 0.35
    answer, wrong = (end_stock, by_stock) if asks_stock else (end_till, by_till)
    demand(len({answer, *wrong.values()}) == 4 and end_till > 0)
    demand(answer not in (stock, till))  # nobody is right who never ran the program
    return Variant(
        params={
            "asked": "stock" if asks_stock else "caisse",
            "program": "\n".join(program),
            "trace": [{"stock": a, "till": b} for a, b in trace],
        },
        response=Number(label="Valeur finale"),
        accepted=[answer],
        mistakes=wrong,
    )
