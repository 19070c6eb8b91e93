package cpu

// What other machines can have. Here it is all false.

var ARM struct {
	_                                CacheLinePad
	HasVFPv4, HasIDIVA, HasV7Atomics bool
	_                                CacheLinePad
}

var ARM64 struct {
	_                                               CacheLinePad
	HasAES, HasPMULL, HasSHA1, HasSHA2, HasSHA512   bool
	HasSHA3, HasCRC32, HasATOMICS, HasCPUID, HasDIT bool
	IsNeoverse                                      bool
	_                                               CacheLinePad
}

var Loong64 struct {
	_                                               CacheLinePad
	HasLSX, HasLASX, HasCRC32, HasLAMCAS, HasLAM_BH bool
	_                                               CacheLinePad
}

var MIPS64X struct {
	_      CacheLinePad
	HasMSA bool
	_      CacheLinePad
}

var PPC64 struct {
	_                                              CacheLinePad
	HasDARN, HasSCV, IsPOWER8, IsPOWER9, IsPOWER10 bool
	_                                              CacheLinePad
}

var RISCV64 struct {
	_                               CacheLinePad
	HasFastMisaligned, HasV, HasZbb bool
	_                               CacheLinePad
}

var S390X struct {
	_                                                   CacheLinePad
	HasZARCH, HasSTFLE, HasLDISP, HasEIMM, HasDFP       bool
	HasETF3EH, HasMSA, HasAES, HasAESCBC, HasAESCTR     bool
	HasAESGCM, HasGHASH, HasSHA1, HasSHA256, HasSHA512  bool
	HasSHA3, HasVX, HasVXE, HasKDSA, HasECDSA, HasEDDSA bool
	_                                                   CacheLinePad
}
