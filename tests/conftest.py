"""What every test may use."""

pytest_plugins = [
    "tests.services.missing",
    "tests.services.elasticsearch",
    "tests.services.postgresql",
    "tests.services.chromium",
]
