package org.spike4j.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** What {@code bench all} runs: one line a benchmark, the sizes of docs/performance.md, and its PyTorch script if it has one. */
final class BenchSuite {
    private static final String LIF = "--T 100 --N 16 --n 4096";
    private static final String LIF_LONG = "--T 500 --N 16 --n 1024";
    private static final String LIF_WIDE = "--T 16 --N 16 --n 524288";
    private static final String LINEAR = "--T 500 --N 16 --n 512";
    private static final String LINEAR_WIDE = "--T 500 --N 16 --n 2048";
    private static final String DVS = "--T 16 --N 8 --C 64 --hw 64";
    private static final String DVS_LONG = "--T 64 --N 8 --C 64 --hw 64";
    private static final String MLP = "--T 25 --N 128 --hidden 1000";

    static final List<Entry> FULL = List.of(
            entry("lif", LIF, "", "--warmup 60 --reps 100", "bench_lif.py --lib plain"),
            entry("lif", LIF, "", "--warmup 60 --reps 100", "bench_lif.py --lib mem_out"),
            entry("lif", LIF_LONG, "", "--warmup 60 --reps 100", "bench_lif.py --lib mem_out"),
            entry("lif", LIF_WIDE, "", "--warmup 3 --reps 8", "bench_lif.py --lib mem_out"),
            entry("linear-lif", LINEAR, "", "--warmup 30 --reps 40", "bench_linear_lif.py --lib linear"),
            entry("linear-lif", LINEAR_WIDE, "", "--warmup 3 --reps 8", "bench_linear_lif.py --lib linear"),
            entry(
                    "linear-lif",
                    LINEAR_WIDE,
                    "--density 0.05",
                    "--warmup 3 --reps 8",
                    "bench_linear_lif.py --lib linear"),
            entry("dvs-conv", DVS, "", "--warmup 8 --reps 16", "bench_dvs.py --lib plain"),
            entry("dvs-conv", DVS_LONG, "", "--warmup 2 --reps 5", ""),
            entry(
                    "recurrent",
                    "--T 100 --N 64 --inputs 700 --hidden 256 --outputs 20 --rate 0.02",
                    "",
                    "--warmup 100 --reps 120",
                    "bench_shd.py --lib plain"),
            entry("mlp", MLP, "", "--warmup 100 --reps 120", "bench_mlp.py --lib hoist"),
            entry("latency", "", "", "--warmup 4000 --steps 4000", ""),
            entry("decode", "", "", "--warmup 10 --reps 9", ""));

    /** The same benchmarks, so small that they show no more than that they run. */
    static final List<Entry> QUICK = List.of(
            entry("lif", "--T 4 --N 2 --n 33", "", "--warmup 1 --reps 3", "bench_lif.py --lib plain"),
            entry("linear-lif", "--T 4 --N 2 --n 32", "", "--warmup 1 --reps 3", "bench_linear_lif.py --lib linear"),
            entry("linear-lif", "--T 4 --N 2 --n 32", "--density 0.05", "--warmup 1 --reps 3", ""),
            entry("dvs-conv", "--T 2 --N 2 --C 4 --hw 16", "", "--warmup 1 --reps 3", "bench_dvs.py --lib plain"),
            entry(
                    "recurrent",
                    "--T 3 --N 2 --inputs 8 --hidden 16",
                    "",
                    "--warmup 1 --reps 3",
                    "bench_shd.py --lib plain"),
            entry("mlp", "--T 3 --N 4 --hidden 32", "", "--warmup 1 --reps 3", "bench_mlp.py --lib hoist"),
            entry("latency", "", "", "--warmup 10 --steps 10", ""),
            entry("decode", "--events 1000", "", "--warmup 1 --reps 3", ""));

    private BenchSuite() {}

    /**
     * A benchmark to run.
     *
     * @param name its name
     * @param size arguments that say what is run, the same for the script
     * @param own further arguments, which the script does not know
     * @param repetitions arguments that say how often
     * @param script PyTorch script and its arguments, empty for none
     */
    record Entry(String name, List<String> size, List<String> own, List<String> repetitions, List<String> script) {

        /** What follows {@code bench}. */
        List<String> arguments() {
            List<String> all = new ArrayList<>(List.of(name));
            all.addAll(size);
            all.addAll(own);
            all.addAll(repetitions);
            return all;
        }

        String title() {
            List<String> words = arguments();
            return String.join(" ", words.subList(0, words.size() - repetitions.size()));
        }
    }

    private static Entry entry(String name, String size, String own, String repetitions, String script) {
        return new Entry(name, words(size), words(own), words(repetitions), words(script));
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
