#!/usr/bin/env python3
"""Time of one training step of the reference network in PyTorch, one thread: microseconds for each batch size given."""

import sys
import time

import torch

SIZES = [784, 128, 64, 32, 2, 32, 64, 128, 784]
ROUNDS, STEPS = 7, 200


def network():
    layers = []
    for inputs, outputs in zip(SIZES, SIZES[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    layers[-1] = torch.nn.Sigmoid()
    return torch.nn.Sequential(*layers)


def time_of_step(batch):
    """The fastest round's mean, in microseconds."""
    torch.manual_seed(1)
    model = network()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7)
    loss = torch.nn.MSELoss()
    images = torch.clamp(2 * torch.rand(1024, SIZES[0]) - 1, min=0)
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for step in range(STEPS):
            x = images[step * batch % 1024 :][:batch]
            optimizer.zero_grad()
            loss(model(x), x).backward()
            optimizer.step()
        rounds.append((time.perf_counter() - start) / STEPS * 1e6)
    return min(rounds)


def main():
    torch.set_num_threads(1)
    for batch in map(int, sys.argv[1:]):
        print(f"{batch} {time_of_step(batch):.1f}")


main()
