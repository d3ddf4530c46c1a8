class Variable:
    """Variables that the one who runs the DAG has set."""

    values = {}

    @classmethod
    def get(cls, key, default_var=None):
        return cls.values.get(key, default_var)
