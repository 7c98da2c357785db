"""What every test gets: clean-up of the scratch folder, and no skips."""

from tests.settings import SCRATCH


def pytest_unconfigure() -> None:
    SCRATCH.cleanup()
