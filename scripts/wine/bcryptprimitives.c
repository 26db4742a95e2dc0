/* Stands in for bcryptprimitives.dll, which Debian 12's Wine 8.0 lacks and every Go program asks for at its start.
   For the check under Wine only: Windows has the real one. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T size) {
	return SystemFunction036(bytes, (ULONG)size);
}
