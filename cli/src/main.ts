process.stdout.write('kehui\n')
