export const startBenchmark = async () => [];
export const editorBenchmark = async () => [];
