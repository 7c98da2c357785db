"""The pages: they read by selectors, write by services, and decide nothing."""
