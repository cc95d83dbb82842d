# Comparing
