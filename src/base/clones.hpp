// ENTENTE_CLONES before a function: compiled once for each of some instruction sets, the best chosen when the program
// starts. Only where the compiler and the system can; elsewhere nothing.
#pragma once

#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define ENTENTE_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define ENTENTE_CLONES
#endif

// ENTENTE_INDEPENDENT before a loop: a promise that what a step writes no other step reads.
#if defined(__clang__)
#define ENTENTE_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#elif defined(__GNUC__)
#define ENTENTE_INDEPENDENT _Pragma("GCC ivdep")
#else
#define ENTENTE_INDEPENDENT
#endif
