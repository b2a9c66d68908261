"""The load benchmark: virtual students over real HTTP, beside a floor app in the same run."""
