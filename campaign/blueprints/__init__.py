"""Blueprints: checklists of tasks with roles instead of units, to start a campaign from; using one never changes it."""
