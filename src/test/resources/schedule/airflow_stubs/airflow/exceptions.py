class AirflowException(Exception):
    """A task has failed, and is tried again."""


class AirflowFailException(AirflowException):
    """A task has failed for good."""
