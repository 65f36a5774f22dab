"""The pages of a lesson, each one HTML file with everything in it: an exercise, a tour."""
