"""The build of the AI Action Plan Record: load, check, analyse, export, render, publish."""
